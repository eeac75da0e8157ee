import { randomUUID } from 'node:crypto';
import { openInviteLink } from '../../lib/auth/invite-link-gate.ts';
import { sandboxDefinition } from '../../lib/connectors/sandbox/definition.ts';
import type { Context } from '../../lib/context.ts';
import { archiveCompany } from '../../lib/domain/companies/mutations.ts';
import { connectCompany, disconnectCompany } from '../../lib/domain/connections/mutations.ts';
import { createInviteLink, recordOpened, revokeInviteLink } from '../../lib/domain/invite-links/mutations.ts';
import { recordPlatformChosen } from '../../lib/domain/invite-links/steps.ts';
import { startSync } from '../../lib/domain/syncs/mutations.ts';
import { runSync } from '../../lib/worker/run-sync.ts';
import { scheduleDue } from '../../lib/worker/schedule.ts';
import type { Fault } from '../../sandbox/faults.ts';
import type { Books, DemoBook } from './books.ts';
import type { Clock } from './clock.ts';
import type { DemoPeople } from './people.ts';
import { type DemoCompany, demoCompanies, type Ending, neverConnects } from './plan.ts';

interface Running {
  company: DemoCompany;
  companyId: number;
  inviteLinkId: string;
  book?: DemoBook;
  /** The contact that was added last, who then gets invoices and corrections. */
  contactId?: string;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const stepMs = 12 * hourMs;

/**
 * Lives through the demo's past, twelve hours a step: links are made and opened, customers connect, people work in their
 * books, the scheduler finds what is due and the engine syncs it; near the end things begin to fail. Everything goes
 * through the product's own functions under the given clock; only the clock is made up.
 */
export async function liveThrough(people: DemoPeople, books: Books, clock: Clock, until: Date): Promise<void> {
  const longest = Math.max(...demoCompanies.map((company) => company.daysAgo));
  const waiting = [...demoCompanies].sort((a, b) => b.daysAgo - a.daysAgo);
  const running: Running[] = [];
  for (let at = until.getTime() - longest * dayMs; at < until.getTime(); at += stepMs) {
    // Uneven minutes, as real days have.
    clock.set(new Date(at + ((running.length * 37) % 240) * 60_000));
    while (waiting[0] && until.getTime() - waiting[0].daysAgo * dayMs <= at + stepMs) {
      const company = waiting.shift();
      if (company) running.push(await begin(people, books, clock, company));
    }
    for (const one of running) await workInBooks(books, one, clock.now());
    for (const one of running) await strikeWhenTime(books, one, clock.now(), until);
    await syncWhatIsDue(clock);
  }
  clock.set(new Date(until.getTime() - 20 * 60_000));
  for (const one of running) await end(people, books, one, clock);
}

/** Makes the company's link and, unless it is one that never does, opens it and connects. */
async function begin(people: DemoPeople, books: Books, clock: Clock, company: DemoCompany): Promise<Running> {
  const made = clock.now();
  const operator = people.operatorAt(made);
  const link = await createInviteLink(operator, {
    companyName: company.name,
    ...(company.category ? { integrationCategory: company.category } : { integration: 'SANDBOX' as const }),
    ...(company.frequency ? { syncConfig: wantedModels(company) } : {}),
    ...(company.ending === 'expired' ? { expiresAt: new Date(made.getTime() + 14 * dayMs) } : {}),
  });
  const one: Running = { company, companyId: link.companyId, inviteLinkId: link.id };
  if (company.ending === 'pending') return one;
  const customer = await customerAt(one, made);
  await recordOpened(customer, { inviteLinkId: link.id });
  // A link for one platform opens with its form.
  if (!company.category) await recordPlatformChosen(customer, { inviteLinkId: link.id });
  if (company.ending === 'expired') await connectCompany(customer, { integration: 'SANDBOX', credentials: outOfDate });
  if (company.ending === 'revoked') await revokeInviteLink(operator, { inviteLinkId: link.id });
  if (neverConnects.has(company.ending)) return one;
  one.book = await books.bookFor(company);
  const outcome = await connectCompany(customer, { integration: 'SANDBOX', credentials: one.book.credentials });
  if (!outcome.connected) throw new Error(`${company.name} could not connect: ${outcome.message}`);
  if (outcome.syncId) await runSync({ syncId: outcome.syncId, now: clock.now });
  return one;
}

/** A sign-in that the sandbox does not take. */
const outOfDate = { companyKey: 'harbour-lane', secret: 'the secret of last year' };

/** What the demo's people work in is synced as often as the company wants; the other models keep the default. */
const followed = ['CURRENCY', 'ACCOUNT', 'CONTACT', 'INVOICE', 'INVOICE_PAYMENT'] as const;
const followedAtLeisure = ['ITEM', 'BILL', 'BILL_PAYMENT'] as const;

/** The sandbox's own books are read whole, the many small ones in part, so that the demo is made quickly. */
function wantedModels({ book, frequency, interval }: DemoCompany) {
  const often = followed.map((dataModel) => ({ dataModel, frequency, interval }));
  if (book) return often;
  const read: readonly string[] = [...followed, ...followedAtLeisure];
  const others = sandboxDefinition.models.filter(({ model }) => !read.includes(model));
  return [...often, ...others.map(({ model }) => ({ dataModel: model, enabled: false }))];
}

async function customerAt(one: Running, now: Date): Promise<Context> {
  const access = await openInviteLink(one.inviteLinkId, { requestId: randomUUID(), now });
  if (access.state !== 'open') throw new Error(`The link of ${one.company.name} is ${access.state}`);
  return access.ctx;
}

/** Some days somebody adds a customer, writes an invoice or corrects a number. */
async function workInBooks(books: Books, one: Running, now: Date): Promise<void> {
  const { book, company } = one;
  if (!book) return;
  const day = Math.floor(now.getTime() / stepMs) + company.name.length;
  if (day % 3 === 0) {
    const person = customers[day % customers.length] ?? 'Ada Byrne';
    const name = `${person.split(' ')[1]} ${trades[(day + company.name.length) % trades.length]}`;
    const email = `${person.toLowerCase().replaceAll(' ', '.')}@example.com`;
    one.contactId = await books.addContact(book, { name, person, email });
  }
  if (one.contactId && day % 2 === 0) {
    await books.addInvoice(book, one.contactId, {
      description: 'Services rendered',
      unitPrice: String(90 + (day % 40) * 15),
    });
  }
  if (one.contactId && day % 5 === 0) {
    await books.changePhone(book, one.contactId, `+44 20 7946 0${String(100 + (day % 900)).padStart(3, '0')}`);
  }
}

const customers = [
  'Ada Byrne',
  'Jonas Keller',
  'Priya Nair',
  'Luís Azevedo',
  'Mei Tanaka',
  'Omar Haddad',
  'Zoë Martin',
];
const trades = ['Holdings', 'Interiors', 'Logistics', 'Studio', 'Partners', 'Foods', 'Electrical', 'Consulting'];

/** When, before the end, a company's trouble begins. */
const troubleHoursBefore: Partial<Record<Ending, number>> = {
  credentials: 60,
  permission: 36,
  'platform-down': 26,
  'bad-request': 48,
  'wrong-company': 30,
  partial: 40,
};

const troubles: Partial<Record<Ending, Fault>> = {
  credentials: { kind: 'credentials_refused' },
  permission: { kind: 'permission_denied', model: 'payments' },
  'platform-down': { kind: 'server_error', status: 503 },
  'bad-request': { kind: 'answer', status: 400, code: 'invalid_query', message: 'The request was not understood' },
  'wrong-company': { kind: 'wrong_company', bookId: 'prairie-bicycle' },
  partial: { kind: 'bad_record', model: 'contacts' },
  'rate-limited': { kind: 'rate_limited', retryAfterSeconds: 5400 },
};

async function strikeWhenTime(books: Books, one: Running, now: Date, until: Date): Promise<void> {
  const hours = troubleHoursBefore[one.company.ending];
  const fault = troubles[one.company.ending];
  if (!one.book || !hours || !fault) return;
  const begins = until.getTime() - (hours + (one.company.name.length % 5) * 9) * hourMs;
  if (now.getTime() >= begins && now.getTime() < begins + stepMs) await books.setFault(one.book, fault);
}

/** What happens shortly before now: some leave, some are put away, some run into a limit. */
async function end(people: DemoPeople, books: Books, one: Running, clock: Clock): Promise<void> {
  const operator = people.operatorAt(clock.now());
  switch (one.company.ending) {
    case 'disconnected':
      return disconnectCompany(operator, { companyId: one.companyId });
    case 'archived':
      return archiveCompany(operator, { companyId: one.companyId });
    case 'rate-limited': {
      if (one.book && troubles['rate-limited']) await books.setFault(one.book, troubles['rate-limited']);
      return syncByHand(operator, one, clock, false);
    }
    case 'partial':
      return syncByHand(operator, one, clock, true);
  }
}

/** An operator presses "Sync now". */
async function syncByHand(operator: Context, one: Running, clock: Clock, fullSync: boolean): Promise<void> {
  const { id } = await startSync(operator, { companyId: one.companyId, fullSync });
  await runSync({ syncId: id, now: clock.now, retryDelaysMs: [], confirmDelayMs: 0 });
}

/** The scheduler's tick and the worker's work, in this process, four syncs at a time. */
async function syncWhatIsDue(clock: Clock): Promise<void> {
  const { queued } = await scheduleDue({ now: clock.now() });
  const left = [...queued];
  const work = async () => {
    for (let syncId = left.shift(); syncId; syncId = left.shift()) {
      await runSync({ syncId, now: clock.now, retryDelaysMs: [], confirmDelayMs: 0 });
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}
