import { type ClaimedMail, claimDueMails } from '../domain/mail/claim-mails.ts';
import { settleMail } from '../domain/mail/settle-mail.ts';
import { log } from '../log.ts';
import { sendBySmtp } from './smtp.ts';

/** Mails on their way at once. */
const slots = 5;

/** Sends the mails that are due, a few at once, until none is left. Says how many tries that were. */
export async function sendDueMails(options: { now: () => Date; signal?: AbortSignal }): Promise<number> {
  const { now, signal } = options;
  let tries = 0;
  while (!signal?.aborted) {
    const due = await claimDueMails({ now: now(), limit: slots });
    if (due.length === 0) break;
    await Promise.all(due.map((mail) => send(mail, now)));
    tries += due.length;
  }
  return tries;
}

/** Sends one and stores what came of it. What can't be stored is taken up again when its claim has run out. */
async function send(mail: ClaimedMail, now: () => Date): Promise<void> {
  const outcome = await sendBySmtp(mail);
  const state = await settleMail(mail, outcome, { now: now() });
  if (!outcome.sent) log().warn({ mailId: mail.id, state, failure: outcome.failure }, 'a mail did not get through');
}
