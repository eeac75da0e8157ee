import { randomUUID } from 'node:crypto';
import { sqlClient } from '../../../db/client.ts';
import { unseal } from '../../crypto/key-ring.ts';
import { type MailMessage, mailMessage } from './message.ts';

/** A mail that this process is to send. */
export interface ClaimedMail {
  id: string;
  /** Whoever settles it names it, so that a sender that was given up changes nothing. */
  claim: string;
  recipient: string;
  /** Null where it was sealed under another SECRET_KEY. */
  message: MailMessage | null;
  /** This try included. */
  attempts: number;
  giveUpAt: Date;
}

/** Longer than a try may take; after it somebody else takes the mail up. */
const holdSeconds = 120;

/** Takes mails that are due, oldest first, at most `limit`; any number of processes may do so at once. */
export async function claimDueMails(input: { now: Date; limit: number }): Promise<ClaimedMail[]> {
  const rows = await sqlClient()<MailRow[]>`
    update mails set claim = ${randomUUID()}, attempts = attempts + 1,
      claimed_until = clock_timestamp() + ${holdSeconds} * interval '1 second'
    where id in (
      select id from mails
      where state = 'QUEUED' and next_attempt_at <= ${input.now}
        and (claimed_until is null or claimed_until < clock_timestamp())
      order by next_attempt_at limit ${input.limit} for update skip locked
    ) and state = 'QUEUED'
    returning id, claim, recipient, content, content_key_id, attempts, give_up_at`;
  return rows.map((row) => ({
    id: row.id,
    claim: row.claim,
    recipient: row.recipient,
    message: opened(row),
    attempts: row.attempts,
    giveUpAt: row.give_up_at,
  }));
}

interface MailRow {
  id: string;
  claim: string;
  recipient: string;
  content: Buffer;
  content_key_id: string;
  attempts: number;
  give_up_at: Date;
}

function opened({ id, content, content_key_id: keyId }: MailRow): MailMessage | null {
  try {
    return mailMessage.parse(unseal({ ciphertext: content, keyId }, { mailId: id }));
  } catch {
    return null;
  }
}
