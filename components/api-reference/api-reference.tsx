'use client';

import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { SearchField } from '@/components/data-table/search-field.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { Card } from '@/components/ui/card.tsx';
import { cn } from '@/components/ui/cn.ts';
import { Empty } from '@/components/ui/empty.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { useAddress } from '@/components/ui/use-address.ts';
import { getJson } from '@/lib/get-json.ts';
import type { ApiDocument } from '@/lib/openapi.ts';
import { type ListedOperation, matchingOperations, operationsByGroup } from './document.ts';
import { MethodBadge } from './method-badge.tsx';
import { OperationView } from './operation-view.tsx';

/** The reference of an API, made from the document that it serves. Which operation is open stands in the address. */
export function ApiReference({ url }: { url: string }) {
  const document = useQuery({
    queryKey: ['api-document', url],
    queryFn: ({ signal }) => getJson<ApiDocument>(url, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (document.isError) return <Alert tone="danger">{document.error.message}</Alert>;
  if (!document.data) return <Skeleton className="h-96" />;
  return <Reference document={document.data} />;
}

function Reference({ document }: { document: ApiDocument }) {
  const { query, change } = useAddress();
  const chosen = query.get('operation');
  const [search, setSearch] = useState('');
  const groups = operationsByGroup(document)
    .map(({ name, operations }) => ({ name, operations: matchingOperations(operations, search) }))
    .filter(({ operations }) => operations.length > 0);
  const all = operationsByGroup(document).flatMap(({ operations }) => operations);
  const operation = all.find((one) => one.operationId === chosen) ?? all[0];
  return (
    <div className="grid min-w-0 grid-cols-1 items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <Card className="grid grid-cols-1 gap-3 p-3 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-6rem)] lg:grid-rows-[auto_1fr]">
        <SearchField value={search} onSearch={setSearch} label="Search operations" />
        <nav aria-label="Operations" className="max-h-72 overflow-auto lg:max-h-none">
          {groups.map(({ name, operations }) => (
            <section key={name} className="mb-3 last:mb-0">
              <h2 className="px-2 py-1 font-medium text-muted-foreground text-xs">{name}</h2>
              <ul>
                {operations.map((one) => (
                  <li key={one.operationId}>
                    <OperationLink
                      operation={one}
                      isOpen={one.operationId === operation?.operationId}
                      onOpen={() => change({ operation: one.operationId }, { history: 'push' })}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {groups.length === 0 && <p className="px-2 py-3 text-muted-foreground">No operation has these words</p>}
        </nav>
      </Card>
      {operation ? (
        <OperationView document={document} operation={operation} />
      ) : (
        <Empty icon={SearchX} title="This document lists no operation" />
      )}
    </div>
  );
}

interface OperationLinkProps {
  operation: ListedOperation;
  isOpen: boolean;
  onOpen: () => void;
}

const OperationLink = ({ operation, isOpen, onOpen }: OperationLinkProps) => (
  <button
    type="button"
    aria-current={isOpen ? 'true' : undefined}
    onClick={onOpen}
    className={cn(
      'focus-ring flex w-full items-start gap-2 rounded-sm px-2 py-1.5 text-left hover:bg-subtle',
      isOpen && 'bg-subtle font-medium',
    )}
  >
    <MethodBadge method={operation.method} />
    <span className="min-w-0 flex-1 break-words">{operation.summary}</span>
  </button>
);
