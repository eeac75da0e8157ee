import { entryWords } from '@/components/audit/entry-words.ts';
import { doorWords } from '@/components/companies/audit-words.ts';
import { runState } from '@/components/syncs/sync-status.ts';
import type { Tone } from '@/components/ui/tone.ts';
import { failureClasses, failureGuides } from '@/lib/connectors/errors.ts';
import { statusWords } from '@/lib/domain/companies/health.ts';
import type { ChangeEntry, HealthEntry, RunEntry, TimelineEntry } from '@/lib/domain/timeline/schema.ts';

/** What an entry says, how loud it is, and the page of what it speaks of. */
export interface EntryLine {
  text: string;
  tone: Tone;
  href: string;
}

/** An entry of a company's timeline in words. */
export function entryLine(entry: TimelineEntry, companyId: number): EntryLine {
  switch (entry.kind) {
    case 'runs':
    case 'writes':
      return runLine(entry, companyId);
    case 'health':
      return healthLine(entry, companyId);
    case 'changes':
      return { text: `${entry.by} ${entryWords(entry)}`, tone: 'neutral', href: hrefOfChange(entry, companyId) };
  }
}

function runLine(entry: RunEntry, companyId: number): EntryLine {
  const { label, tone } = runState(entry);
  const { done, total } = entry.sent;
  const what = entry.kind === 'writes' ? 'Write' : entry.isFull ? 'Full sync' : 'Sync';
  const howMany = entry.kind === 'writes' && total > 1 ? `, ${done} of ${total} records` : '';
  return {
    text: `${what} ${label.toLowerCase()}${howMany}`,
    tone,
    href: `/companies/${companyId}/syncs/${entry.id}`,
  };
}

function healthLine({ fromStatus, toStatus, toFailure, syncId }: HealthEntry, companyId: number): EntryLine {
  const status = statusWords[toStatus];
  const href = syncId ? `/companies/${companyId}/syncs/${syncId}` : `/companies/${companyId}/syncs`;
  if (toFailure === null) {
    const isWell = toStatus === 'HEALTHY' && fromStatus !== null;
    const text = isWell ? 'The connection is well again' : `The connection is ${lower(status.label)}`;
    return { text, tone: status.tone, href };
  }
  const failure = failureGuides[failureClasses.find((one) => one === toFailure) ?? 'unknown'].label;
  if (toStatus === 'HEALTHY') return { text: `${failure}; the connection stays on`, tone: 'warning', href };
  return { text: `${failure}: ${lower(status.label)}`, tone: status.tone, href };
}

const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

/** Settings lead to the tab where they are set; what has no page of its own, to its entry in the audit log. */
function hrefOfChange({ id, action, subjectId }: ChangeEntry, companyId: number): string {
  const page = `/companies/${companyId}`;
  const [noun] = action.split('.');
  switch (noun) {
    case 'sync':
      return subjectId ? `${page}/syncs/${subjectId}` : `${page}/syncs`;
    case 'sync-config':
    case 'model':
      return `${page}/models`;
    case 'project':
      return `${page}/profile`;
    case 'company':
      return action === 'company.changed' || action === 'company.renamed' ? `${page}/profile` : `/audit?entry=${id}`;
    default:
      return `/audit?entry=${id}`;
  }
}

/** By whom and through which door, as far as the sentence does not say it. */
export function byWhom(entry: TimelineEntry): string {
  if (entry.kind === 'health') return 'seen by Ledgerline';
  const door = doorWords(entry.door) ?? 'in the console';
  if (entry.kind === 'changes') return door;
  if (entry.actor === 'itself') return entry.by === 'Schedule' ? 'by the schedule' : 'by itself';
  return `by ${entry.by}, ${door}`;
}
