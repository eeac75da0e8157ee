'use client';

import { Archive, ArchiveRestore, ChevronDown, Link2, Pause, Play, RefreshCw, Unplug } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { type Command, useCommands } from '@/components/shell/commands.tsx';
import { Button } from '@/components/ui/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import { restoreCompany } from '@/lib/domain/companies/actions.ts';
import { pauseCompany, resumeCompany } from '@/lib/domain/pauses/actions.ts';
import { cancelSync, startSync } from '@/lib/domain/syncs/actions.ts';
import type { CompanyQuestion } from './company-question.tsx';
import { copyLink } from './copy-link.ts';
import { useAct } from './use-act.ts';

// Asked rarely: the dialog is fetched when it is first needed.
const Question = dynamic(() => import('./company-question.tsx').then((module) => module.CompanyQuestionDialog), {
  ssr: false,
});

export interface CompanyActionsProps {
  companyId: number;
  name: string;
  isArchived: boolean;
  isConnected: boolean;
  /** A person stopped its syncs. */
  isPaused: boolean;
  /** Whether a sync can be started, apart from one that is going on. */
  canSync: boolean;
  /** The running or queued sync. */
  activeSyncId: string | null;
  /** The address the customer reconnects at; null without a live link. */
  inviteUrl: string | null;
  /** Another button on the page is the one to press first. */
  quiet?: boolean;
}

/** What can be done with a company: sync now, full sync, pause, copy the link, disconnect, archive, restore. */
export function CompanyActions(props: CompanyActionsProps) {
  const { companyId, name, activeSyncId } = props;
  const [asking, setAsking] = useState<CompanyQuestion | null>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const [pending, act] = useAct();
  const primary = props.quiet ? 'secondary' : 'primary';

  const resume = () => act(() => resumeCompany({ companyId }), `${name} is synced again`);
  const pause = () =>
    act(
      () => pauseCompany({ companyId }),
      `${name} is paused; a sync that runs is let end, nothing else is read or written`,
    );

  useCommands(
    offeredCommands(props, {
      sync: () => act(() => startSync({ companyId }), 'The sync is queued'),
      cancel: (syncId) => act(() => cancelSync({ syncId }), 'The sync is being cancelled'),
      restore: () => act(() => restoreCompany({ companyId }), `${name} is back`),
      pause,
      resume,
      ask: setAsking,
    }),
  );

  if (props.isArchived) {
    return (
      <Button
        variant={primary}
        disabled={pending}
        aria-busy={pending}
        onClick={() => act(() => restoreCompany({ companyId }), `${name} is back`)}
      >
        <ArchiveRestore aria-hidden />
        Restore
      </Button>
    );
  }
  return (
    <>
      {activeSyncId ? (
        <Button
          disabled={pending}
          aria-busy={pending}
          onClick={() => act(() => cancelSync({ syncId: activeSyncId }), 'The sync is being cancelled')}
        >
          Cancel sync
        </Button>
      ) : props.isPaused && props.isConnected ? (
        <Button variant={primary} disabled={pending} aria-busy={pending} onClick={resume}>
          <Play aria-hidden />
          Resume
        </Button>
      ) : (
        props.canSync && (
          <Button
            variant={primary}
            disabled={pending}
            aria-busy={pending}
            onClick={() => act(() => startSync({ companyId }), 'The sync is queued')}
          >
            <RefreshCw aria-hidden />
            Sync now
          </Button>
        )
      )}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button ref={menu}>
            Actions
            <ChevronDown aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <Items {...props} onAsk={setAsking} onPause={pause} onResume={resume} />
        </DropdownMenuContent>
      </DropdownMenu>
      {asking && (
        <Question
          question={asking}
          companyId={companyId}
          name={name}
          onClose={() => {
            setAsking(null);
            requestAnimationFrame(() => menu.current?.focus());
          }}
        />
      )}
    </>
  );
}

/** The same for the command menu. */
function offeredCommands(
  { isArchived, isConnected, isPaused, canSync, activeSyncId, inviteUrl }: CompanyActionsProps,
  work: {
    sync: () => void;
    cancel: (syncId: string) => void;
    restore: () => void;
    pause: () => void;
    resume: () => void;
    ask: (question: CompanyQuestion) => void;
  },
): Command[] {
  const command = (id: string, label: string, run: () => void): Command => ({ id, label, run });
  if (isArchived) return [command('restore', 'Restore', work.restore)];
  const always = inviteUrl
    ? [command('copy-link', isConnected ? 'Copy reconnect link' : 'Copy invite link', () => copyLink(inviteUrl))]
    : [];
  const pausing = isConnected
    ? [isPaused ? command('resume', 'Resume syncs', work.resume) : command('pause', 'Pause syncs', work.pause)]
    : [];
  if (activeSyncId) return [command('cancel', 'Cancel sync', () => work.cancel(activeSyncId)), ...pausing, ...always];
  return [
    ...(canSync
      ? [command('sync', 'Sync now', work.sync), command('full-sync', 'Full sync', () => work.ask('full-sync'))]
      : []),
    ...pausing,
    ...always,
    ...(isConnected ? [command('disconnect', 'Disconnect', () => work.ask('disconnect'))] : []),
    command('archive', 'Archive', () => work.ask('archive')),
  ];
}

function Items({
  isConnected,
  isPaused,
  canSync,
  activeSyncId,
  inviteUrl,
  onAsk,
  onPause,
  onResume,
}: CompanyActionsProps & {
  onAsk: (question: CompanyQuestion) => void;
  onPause: () => void;
  onResume: () => void;
}) {
  const busy = activeSyncId !== null;
  return (
    <>
      {canSync && !busy && (
        <DropdownMenuItem onSelect={() => onAsk('full-sync')}>
          <RefreshCw aria-hidden />
          Full sync
        </DropdownMenuItem>
      )}
      {isConnected && (
        <DropdownMenuItem onSelect={isPaused ? onResume : onPause}>
          {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          {isPaused ? 'Resume syncs' : 'Pause syncs'}
        </DropdownMenuItem>
      )}
      {inviteUrl && (
        <DropdownMenuItem onSelect={() => copyLink(inviteUrl)}>
          <Link2 aria-hidden />
          {isConnected ? 'Copy reconnect link' : 'Copy invite link'}
        </DropdownMenuItem>
      )}
      {(inviteUrl || isConnected || (canSync && !busy)) && <DropdownMenuSeparator />}
      {busy && (
        <DropdownMenuLabel className="max-w-56 font-normal">
          While a sync runs the company can't be disconnected or archived.
        </DropdownMenuLabel>
      )}
      {isConnected && (
        <DropdownMenuItem disabled={busy} onSelect={() => onAsk('disconnect')}>
          <Unplug aria-hidden />
          Disconnect
        </DropdownMenuItem>
      )}
      <DropdownMenuItem disabled={busy} variant="danger" onSelect={() => onAsk('archive')}>
        <Archive aria-hidden />
        Archive
      </DropdownMenuItem>
    </>
  );
}
