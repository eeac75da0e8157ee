'use client';

import { Archive, ArchiveRestore, ChevronDown, Link2, RefreshCw, Unplug } from 'lucide-react';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import { copyText } from '@/components/ui/copy-text.ts';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import { archiveCompany, restoreCompany } from '@/lib/domain/companies/actions.ts';
import { disconnectCompany } from '@/lib/domain/connections/actions.ts';
import { cancelSync, startSync } from '@/lib/domain/syncs/actions.ts';

export interface CompanyActionsProps {
  companyId: number;
  name: string;
  isArchived: boolean;
  isConnected: boolean;
  /** The running or queued sync. */
  activeSyncId: string | null;
  /** The address the customer reconnects at; null without a live link. */
  inviteUrl: string | null;
}

type Asking = 'disconnect' | 'archive' | 'full-sync' | null;

/** What can be done with a company: sync now, full sync, copy the link, disconnect, archive, restore. */
export function CompanyActions(props: CompanyActionsProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const [pending, startTransition] = useTransition();
  const { companyId, name, isConnected, activeSyncId, inviteUrl } = props;

  const run = (work: () => Promise<{ ok: boolean; message?: string }>, done: string) =>
    new Promise<boolean>((resolve) =>
      startTransition(async () => {
        const result = await work();
        if (result.ok) toast.success(done);
        else toast.error(result.message ?? 'That did not work');
        resolve(result.ok);
      }),
    );

  if (props.isArchived) {
    return (
      <Button
        variant="primary"
        disabled={pending}
        onClick={() => run(() => restoreCompany({ companyId }), `${name} is back`)}
      >
        <ArchiveRestore aria-hidden />
        Restore
      </Button>
    );
  }
  return (
    <>
      {activeSyncId ? (
        <Button disabled={pending} onClick={() => run(() => cancelSync({ syncId: activeSyncId }), 'The sync stops')}>
          Cancel sync
        </Button>
      ) : (
        isConnected && (
          <Button
            variant="primary"
            disabled={pending}
            onClick={() => run(() => startSync({ companyId }), 'The sync is queued')}
          >
            <RefreshCw aria-hidden />
            Sync now
          </Button>
        )
      )}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button aria-label="More actions">
            Actions
            <ChevronDown aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {isConnected && !activeSyncId && (
            <DropdownMenuItem onSelect={() => setAsking('full-sync')}>
              <RefreshCw aria-hidden />
              Full sync
            </DropdownMenuItem>
          )}
          {inviteUrl && (
            <DropdownMenuItem
              onSelect={async () => {
                if (await copyText(inviteUrl)) toast.success('The link is copied');
                else toast.error('The browser did not allow copying');
              }}
            >
              <Link2 aria-hidden />
              {isConnected ? 'Copy reconnect link' : 'Copy invite link'}
            </DropdownMenuItem>
          )}
          <DropdownMenuSeparator />
          {isConnected && (
            <DropdownMenuItem onSelect={() => setAsking('disconnect')}>
              <Unplug aria-hidden />
              Disconnect
            </DropdownMenuItem>
          )}
          <DropdownMenuItem variant="danger" onSelect={() => setAsking('archive')}>
            <Archive aria-hidden />
            Archive
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={asking === 'full-sync'}
        onOpenChange={(open) => !open && setAsking(null)}
        title={`Read everything of ${name} again?`}
        description="A full sync reads every record, and marks as deleted what is gone on the platform. It takes longer than a normal one."
        confirmLabel="Start full sync"
        onConfirm={() => run(() => startSync({ companyId, fullSync: true }), 'The full sync is queued')}
      />
      <ConfirmDialog
        open={asking === 'disconnect'}
        onOpenChange={(open) => !open && setAsking(null)}
        title={`Disconnect ${name}?`}
        description="The stored sign-in is erased and syncs stop. Records and the invite link are kept; your customer can reconnect with the link."
        confirmLabel="Disconnect"
        danger
        onConfirm={() => run(() => disconnectCompany({ companyId }), `${name} is disconnected`)}
      />
      <ConfirmDialog
        open={asking === 'archive'}
        onOpenChange={(open) => !open && setAsking(null)}
        title={`Archive ${name}?`}
        description="The company leaves the lists, its stored sign-in is erased and its link stops working. Records are kept, and Restore brings it back; then your customer has to reconnect."
        confirmLabel="Archive"
        danger
        onConfirm={async () => {
          const archived = await run(() => archiveCompany({ companyId }), `${name} is archived`);
          if (archived) {
            toast(`${name} is archived`, {
              id: `archived-${companyId}`,
              action: { label: 'Undo', onClick: () => run(() => restoreCompany({ companyId }), `${name} is back`) },
            });
          }
          return archived;
        }}
      />
    </>
  );
}
