'use client';

import { doorWords } from '@/components/companies/audit-words.ts';
import { TextCell } from '@/components/data-table/cells.tsx';
import { DrawerLink } from '@/components/data-table/drawer-link.tsx';
import { RowLink } from '@/components/data-table/row-link.tsx';
import { SearchMatch } from '@/components/data-table/search-match.tsx';
import { createAppColumnHelper } from '@/components/data-table/table-kit.ts';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { auditChanges } from '@/lib/domain/audit/audit-changes.ts';
import type { AuditListItem } from '@/lib/domain/audit/audit-list.ts';
import { entryWords, pathWords } from './entry-words.ts';

const helper = createAppColumnHelper<AuditListItem>();

export const auditColumns = helper.columns([
  helper.accessor('action', {
    header: 'What happened',
    meta: { className: 'max-md:max-w-56 max-w-96' },
    cell: ({ row }) => (
      <>
        <DrawerLink id={row.original.id}>
          <SearchMatch text={row.original.actorLabel} /> {entryWords(row.original)}
        </DrawerLink>
        {row.original.company && (
          <span className="block truncate text-muted-foreground text-xs @room-md:hidden">
            {companyName(row.original.company)}
          </span>
        )}
      </>
    ),
  }),
  helper.accessor('company', {
    header: 'Company',
    meta: { className: 'max-w-52', from: 'md' },
    cell: ({ row }) => <AuditedCompany company={row.original.company} />,
  }),
  helper.display({
    id: 'changes',
    header: 'Before → after',
    meta: { className: 'max-w-80', from: 'xl' },
    cell: ({ row }) => <FirstChange entry={row.original} />,
  }),
  helper.accessor('door', {
    header: 'Through',
    meta: { className: 'max-w-44', from: 'lg' },
    cell: ({ row }) => <TextCell>{doorWords(row.original.door) ?? 'the console'}</TextCell>,
  }),
  helper.accessor('createdAt', {
    header: 'When',
    meta: { className: 'whitespace-nowrap w-32' },
    cell: ({ row }) => <RelativeTime value={row.original.createdAt} />,
  }),
]);

const companyName = ({ id, name }: { id: number; name: string | null }) => name ?? `Company ${id}, deleted`;

/** The company an entry speaks of, and the way to it while it is there. */
export function AuditedCompany({ company }: { company: AuditListItem['company'] }) {
  if (!company) return <TextCell />;
  if (company.name === null) return <TextCell className="text-muted-foreground">{companyName(company)}</TextCell>;
  return (
    <RowLink
      href={`/companies/${company.id}`}
      className="focus-ring relative block truncate rounded-sm underline-offset-4 hover:underline"
    >
      <SearchMatch text={company.name} />
    </RowLink>
  );
}

function FirstChange({ entry }: { entry: AuditListItem }) {
  const [first, ...more] = auditChanges(entry.before, entry.after);
  if (!first) return <TextCell />;
  return (
    <span className="block truncate">
      <span className="text-muted-foreground">{pathWords(first.path)}:</span>{' '}
      {first.before !== null && (
        <>
          <del className="text-muted-foreground">{first.before}</del> →{' '}
        </>
      )}
      {first.after ?? <span className="text-muted-foreground">nothing</span>}
      {more.length > 0 && <span className="text-muted-foreground"> and {more.length} more</span>}
    </span>
  );
}
