'use client';

import { Pause } from 'lucide-react';
import dynamic from 'next/dynamic';
import { startTransition, useOptimistic, useRef, useState } from 'react';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { Quantity } from '@/components/ui/amount.tsx';
import { Badge } from '@/components/ui/badge.tsx';
import { DateTime, RelativeTime } from '@/components/ui/relative-time.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { TableCell, TableRow } from '@/components/ui/table.tsx';
import { toast } from '@/components/ui/toast.ts';
import type { Scope } from '@/db/schema/enums.ts';
import { updateModelConfigs } from '@/lib/domain/sync-config/actions.ts';
import { formatDay } from '@/lib/format/date.ts';
import { ModelMenu } from './model-menu.tsx';
import type { ModelRow } from './model-row.ts';
import { scheduleWords } from './schedule-words.ts';
import { scopeWords } from './scope-words.ts';
import { useUndo } from './use-undo.ts';

const SwitchDialog = dynamic(() => import('./switch-dialog.tsx').then((module) => module.SwitchDialog), { ssr: false });

/** One model: its switch, its settings and whether they are its own, and how fresh it is. */
export function ModelTableRow({
  companyId,
  model,
  platform,
  offeredScopes,
  mayEdit,
  canSync,
}: {
  companyId: number;
  model: ModelRow;
  platform: string;
  offeredScopes: readonly Scope[];
  mayEdit: boolean;
  canSync: boolean;
}) {
  // Shows the new state while the server stores it; when it can't, the old one comes back by itself.
  const [enabled, setEnabled] = useOptimistic(model.enabled);
  const [asking, setAsking] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const changed = useUndo(companyId);
  const name = dataModelNames[model.dataModel];
  const children = model.children.map((child) => dataModelNames[child].toLowerCase());

  const store = (next: boolean) =>
    startTransition(async () => {
      setEnabled(next);
      const result = await updateModelConfigs({
        companyId,
        configs: [{ dataModel: model.dataModel, enabled: next }],
      }).catch(() => ({ ok: false as const, message: 'The server did not answer' }));
      if (!result.ok) toast.error(`${name} stay ${next ? 'off' : 'on'}. ${result.message}`);
      else if (next) changed(`${name} are synced, beginning with the next sync`, result.data.changeId);
      else changed(`${name} are no longer synced; stored ones are kept`, result.data.changeId);
    });

  return (
    <TableRow className="h-11">
      <TableCell className="min-w-44">
        <span className="font-medium">{name}</span>
        {children.length > 0 && <span className="block text-muted-foreground text-xs">with {listOf(children)}</span>}
        {model.pause && (
          <span className="mt-0.5 flex items-start gap-1 text-xs">
            <Pause aria-hidden className="mt-0.5 size-3 shrink-0" />
            <span>
              Paused since <DateTime value={model.pause.since} /> by {model.pause.by}
            </span>
          </span>
        )}
      </TableCell>
      <TableCell>
        <Switch
          ref={toggle}
          checked={enabled}
          onCheckedChange={() => setAsking(true)}
          disabled={!mayEdit}
          aria-label={`Sync ${name.toLowerCase()}`}
          className="align-middle"
        />
        {asking && (
          <SwitchDialog
            companyId={companyId}
            model={model}
            enable={!enabled}
            platform={platform}
            onConfirm={() => store(!enabled)}
            onClose={() => {
              setAsking(false);
              requestAnimationFrame(() => toggle.current?.focus());
            }}
          />
        )}
      </TableCell>
      <TableCell>{model.isOverridden ? <Badge variant="accent">Override</Badge> : <Badge>Default</Badge>}</TableCell>
      <TableCell className="whitespace-nowrap">{scheduleWords(model)}</TableCell>
      <TableCell className="whitespace-nowrap">
        {model.isDated && model.syncFrom ? (
          formatDay(model.syncFrom)
        ) : (
          <span className="text-muted-foreground">{model.isDated ? 'The beginning' : 'Always all'}</span>
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {model.scopeAccess.map((scope) => scopeWords[scope]).join(', ')}
      </TableCell>
      <TableCell numeric>
        <Quantity value={model.records} />
      </TableCell>
      <TableCell className="whitespace-nowrap">
        <RelativeTime value={model.lastSyncedAt} fallback="Never" />
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {enabled && model.pause ? (
          'When resumed'
        ) : (
          <RelativeTime value={enabled ? model.dueAt : null} fallback={enabled ? 'Not scheduled' : '—'} />
        )}
      </TableCell>
      {mayEdit && (
        <TableCell>
          <ModelMenu
            companyId={companyId}
            model={model}
            platform={platform}
            offeredScopes={offeredScopes}
            canSync={canSync && enabled && !model.pause}
          />
        </TableCell>
      )}
    </TableRow>
  );
}

const listOf = (words: string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('');
