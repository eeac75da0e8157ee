import { eq } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { users } from '../../../db/schema/members.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { conflict } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { getCompany } from '../companies/data.ts';
import { lockCompany } from '../companies/mutations.ts';
import { queueMail } from '../mail/mutations.ts';
import { getOrganisation } from '../organisations/data.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { workingLink } from './data.ts';
import { type SendCustomerMessageInput, sendCustomerMessageInput } from './schema.ts';

/**
 * Queues a message to a company's customer with the company's link, in the organisation's name; an answer reaches the
 * member. Throws not-found, invalid, and conflict where no link works or this installation sends no mail.
 */
export async function sendCustomerMessage(ctx: Context, given: SendCustomerMessageInput): Promise<void> {
  requirePermission(ctx, 'invite-links.write');
  const { companyId, recipient, subject, text } = checkedInput(sendCustomerMessageInput, given);
  const [company, organisation] = await Promise.all([getCompany(ctx, { companyId }), getOrganisation(ctx)]);
  const url = workingLink(company);
  if (!url) throw conflict('The company has no link that works; make a new one first. Nothing was sent.');
  await db().transaction(async (tx) => {
    await lockCompany(tx, ctx, companyId);
    const replyTo = await addressOf(tx, ctx);
    await queueMail(tx, {
      organisationId: ctx.organisationId,
      companyId,
      kind: 'RECONNECT',
      recipient,
      message: {
        subject,
        senderName: organisation.name,
        replyTo,
        body: text.split(/\n{2,}/),
        action: { label: company.connection ? 'Reconnect' : 'Connect', url },
        note: `${ctx.actor.label} of ${organisation.name} sent you this. Answer this mail if you have a question.`,
      },
      now: ctx.now,
    });
    await recordAudit(tx, ctx, { action: 'customer-message.sent', companyId, after: { recipient, subject } });
  });
}

/** Where an answer goes: to the member who writes. */
async function addressOf(tx: Tx, { actor }: Context): Promise<string | undefined> {
  if (actor.type !== 'user') return undefined;
  const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, actor.id));
  return user?.email;
}
