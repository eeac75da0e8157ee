import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import type { MailKind } from '../../../db/schema/enums.ts';
import { mails } from '../../../db/schema/mails.ts';
import { seal } from '../../crypto/key-ring.ts';
import { conflict } from '../../errors.ts';
import { sendsMail } from './available.ts';
import type { MailMessage } from './message.ts';
import { giveUpAfterMs } from './retry.ts';

export interface NewMail {
  /** Null: the installation's own, to a person who may be in several organisations or in none. */
  organisationId: number | null;
  /** The company it speaks of. */
  companyId?: number;
  kind: MailKind;
  /** One address, checked by the caller. */
  recipient: string;
  message: MailMessage;
  now: Date;
  /** How long it is worth sending, such as the life of a link in it; a day unless said otherwise. */
  worthMs?: number;
}

/**
 * Queues a mail in the transaction of what it speaks of; the worker sends it within a second or two. Until it is sent
 * its content is sealed, since it may hold a link that opens something. Answers its id. Throws conflict where this
 * installation sends no mail (`sendsMail`).
 */
export async function queueMail(tx: Tx, mail: NewMail): Promise<string> {
  if (!sendsMail()) throw conflict('This installation sends no mail: SMTP_URL is not set. Nothing was sent.');
  const { organisationId, companyId = null, kind, recipient, message, now, worthMs = giveUpAfterMs } = mail;
  const id = randomUUID();
  const sealed = seal(message, { mailId: id });
  await tx.insert(mails).values({
    id,
    organisationId,
    companyId,
    kind,
    recipient,
    subject: message.subject,
    content: sealed.ciphertext,
    contentKeyId: sealed.keyId,
    state: 'QUEUED',
    nextAttemptAt: now,
    giveUpAt: new Date(now.getTime() + worthMs),
    createdAt: now,
  });
  return id;
}
