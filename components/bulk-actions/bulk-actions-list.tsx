'use client';

import Link from 'next/link';
import { Quantity } from '@/components/ui/amount.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { useLocale } from '@/components/ui/viewer.tsx';
import type { BulkActionView } from '@/lib/domain/bulk-actions/schema.ts';
import { bulkState, bulkTitle } from './bulk-words.ts';

/** The organisation's latest bulk actions. */
export function BulkActionsList({ actions }: { actions: BulkActionView[] }) {
  const locale = useLocale();
  return (
    <Table label="Bulk actions">
      <TableHeader>
        <TableRow>
          <TableHead>Action</TableHead>
          <TableHead>State</TableHead>
          <TableHead numeric>Done</TableHead>
          <TableHead numeric>Not done</TableHead>
          <TableHead>By</TableHead>
          <TableHead>Begun</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {actions.map((action) => {
          const { label, tone } = bulkState(action);
          return (
            <TableRow key={action.id}>
              <TableCell className="min-w-52">
                <Link
                  href={`/companies/bulk-actions/${action.id}`}
                  prefetch={false}
                  className="focus-ring rounded-sm font-medium underline-offset-4 hover:underline"
                >
                  {bulkTitle(action, locale)}
                </Link>
              </TableCell>
              <TableCell className="whitespace-nowrap">
                <StatusText tone={tone}>{action.undoneBy ? 'Taken back' : label}</StatusText>
              </TableCell>
              <TableCell numeric>
                <Quantity value={action.done} />
              </TableCell>
              <TableCell numeric>
                <Quantity value={action.failed} />
              </TableCell>
              <TableCell className="whitespace-nowrap">{action.requestedBy}</TableCell>
              <TableCell className="whitespace-nowrap">
                <RelativeTime value={action.createdAt} />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
