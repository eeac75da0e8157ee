'use client';

import { Table, TableBody, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import type { Scope } from '@/db/schema/enums.ts';
import type { ModelRow } from './model-row.ts';
import { ModelTableRow } from './model-table-row.tsx';

/** What is synced and how often; each switch acts at once and rolls back with a message when it can't. */
export function ModelsTable(props: {
  companyId: number;
  models: ModelRow[];
  platform: string;
  /** What the platform lets be done at all. */
  offeredScopes: readonly Scope[];
  mayEdit: boolean;
  /** Whether a sync of one model can be started now. */
  canSync: boolean;
}) {
  const { models, ...shared } = props;
  return (
    <Table label="Models">
      <TableHeader>
        <TableRow>
          <TableHead>Model</TableHead>
          <TableHead>On</TableHead>
          <TableHead>Settings</TableHead>
          <TableHead>Schedule</TableHead>
          <TableHead>From</TableHead>
          <TableHead>Access</TableHead>
          <TableHead numeric>Records</TableHead>
          <TableHead>Last synced</TableHead>
          <TableHead>Next due</TableHead>
          {props.mayEdit && (
            <TableHead>
              <span className="sr-only">Actions</span>
            </TableHead>
          )}
        </TableRow>
      </TableHeader>
      <TableBody>
        {models.map((model) => (
          <ModelTableRow key={model.dataModel} model={model} {...shared} />
        ))}
      </TableBody>
    </Table>
  );
}
