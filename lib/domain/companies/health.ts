import type { ConnectionStatus } from '../../../db/schema/enums.ts';
import { failureClasses, failureGuides, type NextSteps, type WhoActs } from '../../connectors/errors.ts';
import type { CompanyView } from './schema.ts';

/** How loud a state is: only warning and danger call for somebody. */
export type HealthTone = 'success' | 'warning' | 'danger' | 'info' | 'neutral';

/** What people call a connection's status; `null` is a company that never connected. */
export const statusWords: Record<ConnectionStatus | 'NONE', { label: string; tone: HealthTone }> = {
  HEALTHY: { label: 'Healthy', tone: 'success' },
  RATE_LIMIT_EXCEEDED: { label: 'Waiting for a limit', tone: 'warning' },
  EXPIRED: { label: 'Needs reconnecting', tone: 'danger' },
  PENDING: { label: 'Needs confirming', tone: 'danger' },
  DISCONNECTED: { label: 'Disconnected', tone: 'neutral' },
  NONE: { label: 'Not connected yet', tone: 'neutral' },
};

export const whoActsWords: Record<WhoActs, string> = {
  you: 'You',
  customer: 'Your customer',
  platform: 'The platform',
  us: 'The Ledgerline team',
};

export interface Health {
  label: string;
  tone: HealthTone;
  since: Date | null;
  /** What happened, in plain words. */
  summary: string;
  whoActs: string | null;
  nextStep: string | null;
}

/** A company's health in words: fine or not, since when, who must act, what next. `nextSteps` are its platform's own. */
export function healthOf(
  company: Pick<CompanyView, 'archivedAt' | 'connection' | 'inviteLink'>,
  platform: string,
  nextSteps: NextSteps = {},
): Health {
  const { connection, archivedAt, inviteLink } = company;
  if (archivedAt) {
    return {
      label: 'Archived',
      tone: 'neutral',
      since: archivedAt,
      summary: 'Put away with its link and connection. Its records are kept.',
      whoActs: null,
      nextStep: 'Restore it to connect again.',
    };
  }
  if (!connection) return waiting(inviteLink);
  if (connection.status === 'DISCONNECTED') {
    return {
      ...statusWords.DISCONNECTED,
      since: connection.statusSince,
      summary: 'The stored sign-in was erased. Records read before are kept.',
      whoActs: 'Your customer',
      nextStep: 'Send the invite link again to reconnect.',
    };
  }
  const { failure, pause } = connection;
  if (!failure) {
    if (pause) {
      return {
        label: 'Paused',
        tone: 'neutral',
        since: pause.since,
        summary: `${pause.by} paused its syncs. Nothing is read or written meanwhile; what was read before is kept.`,
        whoActs: 'You',
        nextStep: 'Resume it when it should be read again.',
      };
    }
    return {
      ...statusWords[connection.status],
      since: connection.statusSince,
      summary: connection.lastSyncedAt
        ? `${platform} is connected and the last sync went well.`
        : `${platform} is connected; the first sync has not ended yet.`,
      whoActs: null,
      nextStep: null,
    };
  }
  const failureClass = failureClasses.find((one) => one === failure.failureClass) ?? 'unknown';
  const guide = failureGuides[failureClass];
  const words =
    connection.status === 'HEALTHY' ? { label: guide.label, tone: 'warning' as const } : statusWords[connection.status];
  return {
    ...words,
    since: connection.failureSince ?? connection.statusSince,
    summary: guide.summary.replaceAll('{platform}', platform),
    whoActs: whoActsWords[guide.whoActs],
    nextStep: nextSteps[failureClass] ?? guide.nextStep,
  };
}

function waiting(inviteLink: CompanyView['inviteLink']): Health {
  const neutral = { ...statusWords.NONE, since: null, whoActs: null, nextStep: null };
  switch (inviteLink?.status) {
    case 'PENDING':
      return {
        ...neutral,
        summary:
          inviteLink.openedCount > 0
            ? 'The link was opened, but nothing was connected yet.'
            : 'The link was not opened yet.',
        whoActs: 'Your customer',
        nextStep: 'Remind your customer of the invite link.',
      };
    case 'EXPIRED':
      return {
        ...neutral,
        summary: 'The invite link expired before it was used.',
        whoActs: 'You',
        nextStep: 'Make a new link.',
      };
    default:
      return { ...neutral, summary: 'There is no invite link.', whoActs: 'You', nextStep: 'Make an invite link.' };
  }
}
