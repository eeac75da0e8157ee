'use client';

import { MoreHorizontal, Pause, Pencil, Play, RefreshCw, RotateCcw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { useAct } from '@/components/companies/use-act.ts';
import { ActionsCell } from '@/components/data-table/cells.tsx';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { Button } from '@/components/ui/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import type { Scope } from '@/db/schema/enums.ts';
import { pauseModel, resumeModel } from '@/lib/domain/pauses/actions.ts';
import { resetModelConfig } from '@/lib/domain/sync-config/actions.ts';
import { startSync } from '@/lib/domain/syncs/actions.ts';
import type { ModelRow } from './model-row.ts';

const EditDialog = dynamic(() => import('./edit-model-dialog.tsx').then((module) => module.EditModelDialog), {
  ssr: false,
});

/** What can be done with one model: edit it, pause it, sync it alone, let it follow the default again. */
export function ModelMenu({
  companyId,
  model,
  offeredScopes,
  canSync,
}: {
  companyId: number;
  model: ModelRow;
  offeredScopes: readonly Scope[];
  canSync: boolean;
}) {
  const [editing, setEditing] = useState(false);
  const [pending, act] = useAct();
  const menu = useRef<HTMLButtonElement>(null);
  const { dataModel } = model;
  const name = dataModelNames[dataModel];
  const lower = name.toLowerCase();
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
              <Button ref={menu} variant="ghost" size="icon-sm" aria-label={`Actions for ${lower}`} disabled={pending}>
                <MoreHorizontal aria-hidden />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              <DropdownMenuItem onSelect={() => setEditing(true)}>
                <Pencil aria-hidden />
                Edit schedule and range
              </DropdownMenuItem>
              {model.isOverridden && (
                <DropdownMenuItem
                  onSelect={() =>
                    act(
                      () => resetModelConfig({ companyId, dataModel: model.dataModel }),
                      `${name} follow the default again`,
                    )
                  }
                >
                  <RotateCcw aria-hidden />
                  Reset to the default
                </DropdownMenuItem>
              )}
              {model.pause ? (
                <DropdownMenuItem
                  onSelect={() => act(() => resumeModel({ companyId, dataModel }), `${name} are synced again`)}
                >
                  <Play aria-hidden />
                  Resume {lower}
                </DropdownMenuItem>
              ) : (
                <DropdownMenuItem
                  onSelect={() =>
                    act(() => pauseModel({ companyId, dataModel }), `${name} are paused; nothing is lost`)
                  }
                >
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
