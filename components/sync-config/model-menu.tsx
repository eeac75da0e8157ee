'use client';

import { MoreHorizontal, Pause, Pencil, Play, RefreshCw, RotateCcw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState, useTransition } from 'react';
import { useAct } from '@/components/companies/use-act.ts';
import { ActionsCell } from '@/components/data-table/cells.tsx';
import { unanswered } from '@/components/settings/form-problems.ts';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { Button } from '@/components/ui/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import { toast } from '@/components/ui/toast.ts';
import type { Scope } from '@/db/schema/enums.ts';
import { pauseModel, resumeModel } from '@/lib/domain/pauses/actions.ts';
import { resetModelConfig } from '@/lib/domain/sync-config/actions.ts';
import { startSync } from '@/lib/domain/syncs/actions.ts';
import type { ModelRow } from './model-row.ts';
import { undoMs, useUndo } from './use-undo.ts';

const EditDialog = dynamic(() => import('./edit-model-dialog.tsx').then((module) => module.EditModelDialog), {
  ssr: false,
});

/** What can be done with one model: edit it, pause it, sync it alone, let it follow the default again. */
export function ModelMenu({
  companyId,
  model,
  platform,
  offeredScopes,
  canSync,
}: {
  companyId: number;
  model: ModelRow;
  platform: string;
  offeredScopes: readonly Scope[];
  canSync: boolean;
}) {
  const [editing, setEditing] = useState(false);
  const [pending, act] = useAct();
  const [changing, startTransition] = useTransition();
  const changed = useUndo(companyId);
  const menu = useRef<HTMLButtonElement>(null);
  const { dataModel } = model;
  const name = dataModelNames[dataModel];
  const lower = name.toLowerCase();
  const reset = () =>
    startTransition(async () => {
      const result = await resetModelConfig({ companyId, dataModel }).catch(unanswered);
      if (result.ok) changed(`${name} follow the default again`, result.data.changeId);
      else toast.error(result.message);
    });
  const pause = () =>
    startTransition(async () => {
      const result = await pauseModel({ companyId, dataModel }).catch(unanswered);
      if (!result.ok) return toast.error(result.message);
      // Nothing was changed by it that resuming would not bring back.
      toast.success(`${name} are paused; nothing is lost`, {
        duration: undoMs,
        action: { label: 'Undo', onClick: resume },
      });
    });
  const resume = () => void act(() => resumeModel({ companyId, dataModel }), `${name} are synced again`);
  const sync = (fullSync: boolean) =>
    act(
      () => startSync({ companyId, dataModels: [{ dataModel: model.dataModel }], fullSync }),
      `${name}: the sync is queued`,
    );
  return (
    <>
      <ActionsCell
        quick={
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Edit ${lower}`}
            title="Edit"
            onClick={() => setEditing(true)}
          >
            <Pencil aria-hidden />
          </Button>
        }
        menu={
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button
                ref={menu}
                variant="ghost"
                size="icon-sm"
                aria-label={`Actions for ${lower}`}
                disabled={pending || changing}
                aria-busy={pending || changing}
              >
                <MoreHorizontal aria-hidden />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              <DropdownMenuItem onSelect={() => setEditing(true)}>
                <Pencil aria-hidden />
                Edit schedule and range
              </DropdownMenuItem>
              {model.isOverridden && (
                <DropdownMenuItem onSelect={reset}>
                  <RotateCcw aria-hidden />
                  Reset to the default
                </DropdownMenuItem>
              )}
              {model.pause ? (
                <DropdownMenuItem onSelect={resume}>
                  <Play aria-hidden />
                  Resume {lower}
                </DropdownMenuItem>
              ) : (
                <DropdownMenuItem onSelect={pause}>
                  <Pause aria-hidden />
                  Pause {lower}
                </DropdownMenuItem>
              )}
              {canSync && (
                <>
                  <DropdownMenuSeparator />
                  <DropdownMenuItem onSelect={() => sync(false)}>
                    <RefreshCw aria-hidden />
                    Sync {lower} now
                  </DropdownMenuItem>
                  <DropdownMenuItem onSelect={() => sync(true)}>
                    <RefreshCw aria-hidden />
                    Full sync of {lower}
                  </DropdownMenuItem>
                </>
              )}
            </DropdownMenuContent>
          </DropdownMenu>
        }
      />
      {editing && (
        <EditDialog
          companyId={companyId}
          model={model}
          platform={platform}
          offeredScopes={offeredScopes}
          onClose={() => {
            setEditing(false);
            requestAnimationFrame(() => menu.current?.focus());
          }}
        />
      )}
    </>
  );
}
