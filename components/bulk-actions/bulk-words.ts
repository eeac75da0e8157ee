import type { BulkActionKind, BulkRowStatus } from '@/db/schema/enums.ts';
import type { BulkActionView, BulkVerdict } from '@/lib/domain/bulk-actions/schema.ts';
import { formatCount, formatNumber } from '@/lib/format/number.ts';
import type { Tone } from '../ui/tone.ts';

interface KindWords {
  /** Of the button and the question: "Archive". */
  verb: string;
  /** While it runs: "Archiving". */
  doing: string;
  /** Behind a count: "archived". */
  done: string;
  /** What will happen, what is kept, whether it can be taken back. */
  means: string;
  danger?: boolean;
}

export const bulkKindWords: Record<BulkActionKind, KindWords> = {
  ARCHIVE: {
    verb: 'Archive',
    doing: 'Archiving',
    done: 'archived',
    means:
      'Their stored sign-ins are erased and their links stop working. Records are kept. Undo brings the companies back; then your customers have to reconnect.',
    danger: true,
  },
  RESTORE: {
    verb: 'Restore',
    doing: 'Restoring',
    done: 'restored',
    means: 'They stand in the lists again and their links work. Those that were connected have to reconnect.',
  },
  SYNC: {
    verb: 'Sync',
    doing: 'Queueing syncs of',
    done: 'queued to be synced',
    means: 'Each is read as its schedule would do it. Undo cancels those that have not ended.',
  },
  CANCEL_SYNC: {
    verb: 'Cancel syncs',
    doing: 'Cancelling syncs of',
    done: 'no longer synced',
    means: 'What was read is kept.',
  },
  PAUSE: {
    verb: 'Pause',
    doing: 'Pausing',
    done: 'paused',
    means: 'Nothing of them is read or written until somebody resumes them. A sync that runs is let end.',
  },
  RESUME: {
    verb: 'Resume',
    doing: 'Resuming',
    done: 'resumed',
    means: 'What fell due meanwhile is read at once.',
  },
  TAG: { verb: 'Add tags', doing: 'Tagging', done: 'tagged', means: 'Undo takes away those tags that were new.' },
  UNTAG: {
    verb: 'Remove tags',
    doing: 'Taking tags off',
    done: 'without the tags',
    means: 'Undo brings back those tags that were there.',
  },
  DISCONNECT: {
    verb: 'Disconnect',
    doing: 'Disconnecting',
    done: 'disconnected',
    means:
      'Their stored sign-ins are erased, which can not be taken back. Records, settings and invite links are kept; your customers reconnect with the links.',
    danger: true,
  },
};

const verdicts: Record<Exclude<BulkVerdict, 'WILL'>, (count: string, one: boolean) => string> = {
  ARCHIVED: (count, one) => `${count} ${one ? 'is' : 'are'} archived`,
  NOT_ARCHIVED: (count, one) => `${count} ${one ? 'is' : 'are'} not archived`,
  BUSY: (count, one) => `${count} ${one ? 'has' : 'have'} a sync or a write running`,
  NOT_CONNECTED: (count, one) => `${count} ${one ? 'is' : 'are'} not connected`,
  NOT_CONFIRMED: (count, one) => `${count} ${one ? 'waits' : 'wait'} to be confirmed`,
  PAUSED: (count, one) => `${count} ${one ? 'is' : 'are'} paused`,
  NOT_PAUSED: (count, one) => `${count} ${one ? 'is' : 'are'} not paused`,
  NO_MODELS: (count, one) => `${count} ${one ? 'has' : 'have'} no model switched on`,
  TAGS_AS_WANTED: (count, one) => `${count} ${one ? 'has' : 'have'} the tags as wanted already`,
};

/** Why some of the chosen companies would stay as they are: `3 are archived`. */
export function verdictWords(counts: Partial<Record<BulkVerdict, number>>, locale: string): string[] {
  return (Object.keys(verdicts) as (keyof typeof verdicts)[]).flatMap((verdict) => {
    const count = counts[verdict] ?? 0;
    return count === 0 ? [] : [verdicts[verdict](formatNumber(count, locale), count === 1)];
  });
}

/** `Archiving 1,204 companies`, `1,204 companies: archive`, as an action is called in lists. */
export function bulkTitle({ kind, total, endedAt, tags, undoOf }: BulkActionView, locale: string): string {
  const { verb, doing } = bulkKindWords[kind];
  const companies = formatCount(total, 'company', 'companies', locale);
  const which = tags.length > 0 ? ` (${tags.join(', ')})` : '';
  const undo = undoOf ? 'Undo: ' : '';
  return endedAt
    ? `${undo}${undo ? verb.toLowerCase() : verb}, ${companies}${which}`
    : `${undo}${undo ? doing.toLowerCase() : doing} ${companies}${which}`;
}

export const bulkRowWords: Record<BulkRowStatus, { label: string; tone: Tone }> = {
  WAITING: { label: 'Waits', tone: 'info' },
  DONE: { label: 'Done', tone: 'success' },
  SKIPPED: { label: 'Nothing to do', tone: 'neutral' },
  FAILED: { label: 'Not done', tone: 'danger' },
};

/** How an action stands, in a word. */
export function bulkState({ status, failed, done }: BulkActionView): { label: string; tone: Tone } {
  switch (status) {
    case 'QUEUED':
      return { label: 'Waits', tone: 'info' };
    case 'RUNNING':
      return { label: 'Running', tone: 'info' };
    case 'CANCELLED':
      return { label: 'Stopped', tone: 'neutral' };
    case 'DONE':
      if (failed === 0) return { label: 'Done', tone: 'success' };
      return done > 0 ? { label: 'Partly done', tone: 'warning' } : { label: 'Not done', tone: 'danger' };
  }
}
