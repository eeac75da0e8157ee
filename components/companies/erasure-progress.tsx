'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { Alert } from '@/components/ui/alert.tsx';
import { Quantity } from '@/components/ui/amount.tsx';
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { Progress } from '@/components/ui/progress.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import type { ErasureView } from '@/lib/domain/companies/erasure-view.ts';
import { erasureQuery } from '@/lib/domain/companies/query-options.ts';
import { tableWords } from './table-words.ts';

/** How far the erasure of a company has come, and, when nothing is left, what was erased. */
export function ErasureProgress({ initial }: { initial: ErasureView }) {
  const query = useQuery({ ...erasureQuery(initial.companyId), initialData: initial });
  const { rowsErased, rowsFound, endedAt, by, since, tables, companyId } = query.data;
  const total = Math.max(rowsFound, rowsErased);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{endedAt ? 'Nothing is left' : 'Being erased'}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4">
        {endedAt ? (
          <p className="flex items-center gap-2">
            <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
            <span>
              <Quantity value={rowsErased} /> rows were erased, for {by}, between <DateTime value={since} /> and{' '}
              <DateTime value={endedAt} />.
            </span>
          </p>
        ) : (
          <>
            <p>
              The company is gone. Its rows are erased in the background; you can leave this page. Asked for by {by},{' '}
              <DateTime value={since} />.
            </p>
            <Progress value={(rowsErased / total) * 100} label="Rows erased" />
            <p className="text-muted-foreground">
              <Quantity value={rowsErased} /> of <Quantity value={total} /> rows
            </p>
          </>
        )}
        {query.error && (
          <Alert tone="warning" title="The newest state can't be shown right now">
            {query.error.message} The erasure is not touched by it.
          </Alert>
        )}
      </CardContent>
      <Table label="Erased rows" className="border-t">
        <TableHeader>
          <TableRow>
            <TableHead>What</TableHead>
            <TableHead numeric>Rows erased</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {Object.entries(tables)
            .sort(([, a], [, b]) => b - a)
            .map(([table, count]) => (
              <TableRow key={table}>
                <TableCell>{tableWords(table)}</TableCell>
                <TableCell numeric>
                  <Quantity value={count} />
                </TableCell>
              </TableRow>
            ))}
        </TableBody>
      </Table>
      {endedAt && (
        <CardFooter>
          <Link href={`/audit?company=${companyId}`} className="focus-ring rounded-sm text-primary hover:underline">
            See it in the audit log
          </Link>
        </CardFooter>
      )}
    </Card>
  );
}
