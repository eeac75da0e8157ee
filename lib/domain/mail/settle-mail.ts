import { and, eq } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import type { MailState } from '../../../db/schema/enums.ts';
import { mails } from '../../../db/schema/mails.ts';
import type { ClaimedMail } from './claim-mails.ts';
import { retryPauseMs } from './retry.ts';

/** What came of a try. */
export type MailOutcome =
  | { sent: true }
  /** In words that may be shown; a lasting one is not worth another try. */
  | { sent: false; failure: string; lasting: boolean };

/**
 * How a mail may go on. It stays QUEUED while another try is worth it; what is sent or given up has no content any
 * more.
 */
export const mailTransitions: Record<MailState, readonly MailState[]> = {
  QUEUED: ['QUEUED', 'SENT', 'FAILED'],
  SENT: [],
  FAILED: [],
};

/** Stores what came of a try. Null when the mail is no longer this sender's. */
export async function settleMail(
  mail: ClaimedMail,
  outcome: MailOutcome,
  { now }: { now: Date },
): Promise<MailState | null> {
  const next = nextStep(mail, outcome, now);
  const settled = await db()
    .update(mails)
    .set({ ...next, failure: outcome.sent ? null : outcome.failure, claim: null, claimedUntil: null })
    .where(and(eq(mails.id, mail.id), eq(mails.claim, mail.claim), eq(mails.state, 'QUEUED')))
    .returning({ state: mails.state });
  return settled[0]?.state ?? null;
}

function nextStep(mail: ClaimedMail, outcome: MailOutcome, now: Date) {
  const ended = { content: null, contentKeyId: null, endedAt: now };
  if (outcome.sent) return { state: 'SENT' as const, ...ended };
  const nextAttemptAt = new Date(now.getTime() + retryPauseMs(mail.attempts));
  if (outcome.lasting || nextAttemptAt > mail.giveUpAt) return { state: 'FAILED' as const, ...ended };
  return { state: 'QUEUED' as const, nextAttemptAt };
}
