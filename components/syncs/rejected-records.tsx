import { Quantity } from '@/components/ui/amount.tsx';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import type { DataModel } from '@/db/schema/enums.ts';
import type { RunDetail } from '@/lib/domain/syncs/run-view.ts';
import { dataModelNames } from './data-model-names.ts';

/** Records that this run could not understand: kept aside with their reason, the rest of the run went on. */
export function RejectedRecords({ run }: { run: RunDetail }) {
  const { rejected } = run;
  return (
    <Card>
      <CardHeader>
        <CardTitle>Kept aside</CardTitle>
        <CardDescription>
          {rejected.length === run.records.failed ? (
            'Everything else was stored. They are read again once they are corrected, by a retry of this sync, and by a full one.'
          ) : (
            <>
              <Quantity value={run.records.failed} /> in this sync; <Quantity value={rejected.length} /> of them still
              wait to be corrected.
            </>
          )}
        </CardDescription>
      </CardHeader>
      {rejected.length === 0 ? (
        <CardContent className="text-muted-foreground">
          None of them waits here any more: a later sync read them well, or kept them aside again and lists them.
        </CardContent>
      ) : (
        <Table label="Records kept aside" className="mt-1">
          <TableHeader>
            <TableRow>
              <TableHead>Model</TableHead>
              <TableHead>Id on the platform</TableHead>
              <TableHead>Field</TableHead>
              <TableHead>Reason</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {rejected.map((record) => (
              <TableRow key={`${record.dataModel} ${record.platformId}`}>
                <TableCell className="whitespace-nowrap">
                  {dataModelNames[record.dataModel as DataModel] ?? record.dataModel}
                </TableCell>
                <TableCell className="code">{record.platformId}</TableCell>
                <TableCell className="code text-muted-foreground">{record.field ?? '—'}</TableCell>
                <TableCell className="min-w-64">{record.reason}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}
