import { z } from 'zod';
import { id } from '../rows/values.ts';
import { companyPartyAnswer, nothing } from './answers.ts';
import type { WriteCalls } from './write-calls.ts';

/**
 * How a contact is made once. A party has no place for a name that our write gives it and that nobody sees, except
 * among its contact mechanisms: one that is deactivated, of the kind "other", is on no form and in no record of ours.
 * The party carries its marker there.
 *
 * A second such mechanism, on the company's own party, is a ticket for making it. Whoever makes the party first issues a
 * ticket, then looks for all there are, and writes them together with the party, under the stamps that they had. Of two
 * that do so at once, one at least has seen both tickets, and only one of them gets through. One whose ticket is taken
 * away fails as a whole, however late it comes; so what finds no party takes the tickets away before it says so.
 */
export interface Ticket {
  id: number | string;
  /** Of its last writing. */
  stamp: string | null;
}

/** What carries a marker. */
export interface Marked {
  /** The party that was made; null where there is none. */
  party: number | null;
  tickets: Ticket[];
}

const mechanism = 'party.contact_mechanism';

/** What a new party is marked with, beside its own mechanisms. */
export const markOf = (marker: string) => ({
  type: 'other',
  value: marker,
  name: 'Ledgerline',
  comment: 'Ledgerline made this contact and knows it again by this name.',
  active: false,
});

/** What uses tickets up when it is written together with the party. */
export const spend = (tickets: readonly Pick<Ticket, 'id'>[]) => [
  'write',
  tickets.map(({ id: ticket }) => ticket),
  { comment: 'Used.' },
];

/** With these stamps each can be used once. */
export const ticketStamps = (tickets: readonly Ticket[]): Record<string, string | null> =>
  Object.fromEntries(tickets.map(({ id: ticket, stamp }) => [`${mechanism},${ticket}`, stamp]));

/** What a ticket is made of. */
export const ticketValues = async (calls: WriteCalls, marker: string) => ({
  ...markOf(marker),
  party: await companyParty(calls),
  comment: 'Ledgerline is making a contact.',
});

export async function issueTicket(calls: WriteCalls, marker: string): Promise<void> {
  const values = await ticketValues(calls, marker);
  await calls.ask({ method: `${mechanism}.create`, args: [[values]], answer: z.tuple([id]) });
}

/** Reads party and tickets at one moment: a ticket that was used is seen with the party that it was used for. */
export async function findMarked(calls: WriteCalls, marker: string): Promise<Marked> {
  const own = await companyParty(calls);
  const rows = await calls.ask({
    method: `${mechanism}.search_read`,
    args: [
      [
        ['type', '=', 'other'],
        ['value', '=', marker],
      ],
      0,
      null,
      [['id', 'ASC']],
      ['party', '_timestamp'],
    ],
    context: { active_test: false },
    answer: z.array(z.object({ id, party: id, _timestamp: z.string().nullable() })),
  });
  return {
    party: rows.find(({ party }) => party !== own)?.party ?? null,
    tickets: rows.filter(({ party }) => party === own).map((row) => ({ id: row.id, stamp: row._timestamp })),
  };
}

/** Takes tickets away; waits for whoever is just using one. */
export const withdrawTickets = (calls: WriteCalls, tickets: readonly Ticket[]) => calls.ask(removal(tickets));

/** Used tickets are good for nothing; those that can't be taken away are so by the next look. */
export const dropTickets = (calls: WriteCalls, tickets: readonly Ticket[]) => calls.tidy(removal(tickets));

const removal = (tickets: readonly Ticket[]) => ({
  method: `${mechanism}.delete`,
  args: [tickets.map(({ id: ticket }) => ticket)],
  answer: nothing,
});

async function companyParty({ ask, books }: WriteCalls): Promise<number> {
  const [company] = await ask({
    method: 'company.company.read',
    args: [[books.company.id], ['party']],
    answer: companyPartyAnswer,
  });
  return company.party;
}
