'use client';

import { RotateCcw } from 'lucide-react';
import { useOptimistic, useTransition } from 'react';
import { toast } from 'sonner';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { Badge } from '@/components/ui/badge.tsx';
import { Button } from '@/components/ui/button.tsx';
import { DateTime, RelativeTime } from '@/components/ui/relative-time.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import type { Frequency, ParentModel } from '@/db/schema/enums.ts';
import { resetModelConfig, updateModelConfigs } from '@/lib/domain/sync-config/actions.ts';
import { EditModelDialog } from './edit-model-dialog.tsx';
import { scheduleWords } from './schedule-words.ts';

/** One model of a company as the table shows it. */
export interface ModelRow {
  dataModel: ParentModel;
  children: string[];
  enabled: boolean;
  frequency: Frequency;
  interval: number;
  syncFrom: string | null;
  isOverridden: boolean;
  dueAt: string | null;
  lastSyncedAt: string | null;
  records: number;
}

/** What is synced and how often; each switch acts at once and rolls back with a message when it can't. */
export function ModelsTable({
  companyId,
  models,
  canEdit,
}: {
  companyId: number;
  models: ModelRow[];
  canEdit: boolean;
}) {
  return (
    <Table label="Models">
      <TableHeader>
        <TableRow>
          <TableHead>Model</TableHead>
          <TableHead>On</TableHead>
          <TableHead>Schedule</TableHead>
          <TableHead>From</TableHead>
          <TableHead numeric>Records</TableHead>
          <TableHead>Last synced</TableHead>
          <TableHead>Next due</TableHead>
          <TableHead>
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {models.map((model) => (
          <Row key={model.dataModel} companyId={companyId} model={model} canEdit={canEdit} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ companyId, model, canEdit }: { companyId: number; model: ModelRow; canEdit: boolean }) {
  const [, startTransition] = useTransition();
  const [enabled, setEnabled] = useOptimistic(model.enabled);
  const name = dataModelNames[model.dataModel];

  const toggle = (next: boolean) =>
    startTransition(async () => {
      setEnabled(next);
      const result = await updateModelConfigs({ companyId, configs: [{ dataModel: model.dataModel, enabled: next }] });
      if (result.ok) toast.success(next ? `${name} are synced` : `${name} are no longer synced; stored ones are kept`);
      else toast.error(result.message);
    });

  const reset = () =>
    startTransition(async () => {
      const result = await resetModelConfig({ companyId, dataModel: model.dataModel });
      if (result.ok) toast.success(`${name} follow the default again`);
      else toast.error(result.message);
    });

  return (
    <TableRow>
      <TableCell>
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {model.isOverridden ? <Badge variant="accent">Override</Badge> : <Badge>Default</Badge>}
        </span>
        {model.children.length > 0 && (
          <span className="block text-muted-foreground text-xs">with {model.children.join(', ').toLowerCase()}</span>
        )}
      </TableCell>
      <TableCell>
        <Switch
          checked={enabled}
          onCheckedChange={toggle}
          disabled={!canEdit}
          aria-label={`Sync ${name.toLowerCase()}`}
        />
      </TableCell>
      <TableCell>{scheduleWords(model)}</TableCell>
      <TableCell>
        {model.syncFrom ? <DateTime value={model.syncFrom} /> : <span className="text-muted-foreground">All</span>}
      </TableCell>
      <TableCell numeric>{model.records.toLocaleString('en')}</TableCell>
      <TableCell>
        <RelativeTime value={model.lastSyncedAt} fallback="Never" />
      </TableCell>
      <TableCell>{enabled ? <RelativeTime value={model.dueAt} fallback="Not scheduled" /> : '—'}</TableCell>
      <TableCell>
        <span className="flex justify-end gap-1">
          {canEdit && model.isOverridden && (
            <Tooltip content="Follow the default again">
              <Button variant="ghost" size="icon-sm" aria-label={`Reset ${name.toLowerCase()}`} onClick={reset}>
                <RotateCcw aria-hidden />
              </Button>
            </Tooltip>
          )}
          {canEdit && <EditModelDialog companyId={companyId} model={model} name={name} />}
        </span>
      </TableCell>
    </TableRow>
  );
}
