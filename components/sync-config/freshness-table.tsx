'use client';

import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { Quantity } from '@/components/ui/amount.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { useNow } from '@/components/ui/viewer.tsx';
import { freshnessOf } from './freshness.ts';
import type { ModelRow } from './model-row.ts';

/** How fresh each model is, and how many records of it are stored. */
export function FreshnessTable({ models }: { models: ModelRow[] }) {
  const now = useNow();
  return (
    <Table label="Freshness by model" className="mt-1">
      <TableHeader>
        <TableRow>
          <TableHead>Model</TableHead>
          <TableHead>State</TableHead>
          <TableHead>Last synced</TableHead>
          <TableHead>Next due</TableHead>
          <TableHead numeric>Records</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {models.map((model) => {
          const { label, tone } = freshnessOf(model, now);
          return (
            <TableRow key={model.dataModel} className="whitespace-nowrap">
              <TableCell className="font-medium">{dataModelNames[model.dataModel]}</TableCell>
              <TableCell>
                <StatusText tone={tone}>{label}</StatusText>
              </TableCell>
              <TableCell>
                <RelativeTime value={model.lastSyncedAt} fallback="Never" />
              </TableCell>
              <TableCell>
                <RelativeTime value={model.enabled && !model.pause ? model.dueAt : null} />
              </TableCell>
              <TableCell numeric>
                <Quantity value={model.records} />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
