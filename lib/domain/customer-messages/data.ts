import { and, asc, desc, eq } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { contactData } from '../../../db/schema/company-profiles.ts';
import { mails } from '../../../db/schema/mails.ts';
import { failureClasses } from '../../connectors/errors.ts';
import type { Context } from '../../context.ts';
import { defaultTimeZone } from '../../format/time-zone.ts';
import { getCompany } from '../companies/data.ts';
import type { CompanyView } from '../companies/schema.ts';
import { platformName } from '../connections/available.ts';
import { inviteLinkUrl } from '../invite-links/data.ts';
import { sendsMail } from '../mail/available.ts';
import { getOrganisation } from '../organisations/data.ts';
import type { CustomerMessage } from './schema.ts';
import { customerMessageWords, type MessageReason } from './wording.ts';

/** The message that a company's state calls for, ready to be copied or sent. Throws not-found. */
export async function getCustomerMessage(ctx: Context, input: { companyId: number }): Promise<CustomerMessage> {
  const company = await getCompany(ctx, input);
  const [organisation, recipients, last] = await Promise.all([
    getOrganisation(ctx),
    knownAddresses(company.id),
    lastMessage(ctx, company.id),
  ]);
  const integration = company.connection?.integration ?? company.integration;
  const words = customerMessageWords({
    reason: reasonOf(company),
    organisation: organisation.name,
    member: ctx.actor.label,
    company: company.name,
    platform: integration && platformName(integration),
    since: company.connection ? (company.connection.failureSince ?? company.connection.statusSince) : null,
    timeZone: defaultTimeZone,
  });
  return {
    ...words,
    url: workingLink(company),
    newLink: newLinkOf(company),
    recipients,
    sendsMail: sendsMail(),
    last,
  };
}

/** The address that connects a company; null while there is no link that works. */
export function workingLink({ inviteLink, archivedAt }: Pick<CompanyView, 'inviteLink' | 'archivedAt'>): string | null {
  const works = inviteLink?.status === 'PENDING' || inviteLink?.status === 'CONNECTED';
  return inviteLink && works && !archivedAt ? inviteLinkUrl(inviteLink.id) : null;
}

function newLinkOf({ integration, integrationCategory, syncFrom }: CompanyView): CustomerMessage['newLink'] {
  return integrationCategory && { integration, integrationCategory, syncFrom: syncFrom?.toISOString() ?? null };
}

function reasonOf({ connection }: CompanyView): MessageReason {
  if (!connection) return 'never-connected';
  if (connection.status === 'DISCONNECTED') return 'disconnected';
  return failureClasses.find((one) => one === connection.failure?.failureClass) ?? 'well';
}

async function knownAddresses(companyId: number): Promise<string[]> {
  const rows = await db()
    .select({ value: contactData.value })
    .from(contactData)
    .where(and(eq(contactData.companyId, companyId), eq(contactData.kind, 'email')))
    .orderBy(asc(contactData.position));
  return [...new Set(rows.flatMap(({ value }) => value ?? []))];
}

async function lastMessage(ctx: Context, companyId: number): Promise<CustomerMessage['last']> {
  const [mail] = await db()
    .select({ recipient: mails.recipient, createdAt: mails.createdAt, state: mails.state, failure: mails.failure })
    .from(mails)
    .where(
      and(eq(mails.organisationId, ctx.organisationId), eq(mails.companyId, companyId), eq(mails.kind, 'RECONNECT')),
    )
    .orderBy(desc(mails.createdAt))
    .limit(1);
  if (!mail) return null;
  const { createdAt, ...rest } = mail;
  return { ...rest, at: createdAt.toISOString() };
}
