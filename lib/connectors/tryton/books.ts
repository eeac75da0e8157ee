import type { z } from 'zod';
import { ConnectorError } from '../errors.ts';
import { companyAnswer, preferencesAnswer } from './api-types.ts';
import type { TrytonClient } from './client.ts';

/** One company's books, as one user sees them. */
export interface Books {
  client: TrytonClient;
  /** Goes with every call: the company, the user's language, and inactive records too. */
  context: { company: number; language: string | null; active_test: false };
  entityId: string;
  entityName: string;
  company: { id: number; party: number; currency: { id: number; code: string; rate: string } };
}

/**
 * The books that a sign-in leads to: those of the company in which its user works now. Throws ConnectorError: permission
 * for a user without a company, wrong-company when another one is expected.
 */
export async function openBooks(client: TrytonClient, expectedEntityId: string | null): Promise<Books> {
  const preferences = await preferencesOf(client);
  const expected = expectedEntityId === null ? null : Number.parseInt(expectedEntityId, 10);
  const company = expected !== null && isOpenTo(preferences, expected) ? expected : (preferences.company ?? null);
  if (company === null) {
    throw new ConnectorError(
      'permission',
      'This user has no company in Tryton. Choose one in the user’s preferences.',
      {
        field: 'user',
      },
    );
  }
  const context = {
    company,
    language: preferences.language ?? null,
    active_test: false as const,
  };
  const [row] = await client.call({
    method: 'company.company.search_read',
    args: [[['id', '=', company]], 0, 1, null, companyFields],
    context,
    answer: companyAnswer,
  });
  if (!row) throw new ConnectorError('permission', 'This user may not read its company.', { field: 'user' });
  const books = describe(client, context, row);
  if (expectedEntityId !== null && books.entityId !== expectedEntityId) {
    throw new ConnectorError(
      'wrong-company',
      `The sign-in leads to ${books.entityName}, not to the company connected before.`,
    );
  }
  return books;
}

/**
 * Throws wrong-company when the user has gone to work in another company since: Tryton then hides the rows of this one
 * without a word, and a pass would end as if they were gone.
 */
export async function requireSameCompany({ client, company }: Books, signal: AbortSignal): Promise<void> {
  if (isOpenTo(await preferencesOf(client, signal), company.id)) return;
  throw new ConnectorError('wrong-company', 'The user has changed to another company in Tryton, which hides this one.');
}

const preferencesOf = (client: TrytonClient, signal?: AbortSignal) =>
  client.call({ method: 'res.user.get_preferences', args: [false], context: {}, answer: preferencesAnswer, signal });

/** Tryton's own rules go by the company chosen in the user's preferences, or by all of them, never by the context's. */
const isOpenTo = (preferences: z.infer<typeof preferencesAnswer>, company: number) =>
  preferences.company === company ||
  (preferences.company_filter === 'all' && (preferences.companies ?? []).includes(company));

const companyFields = ['create_date', 'party.name', 'currency.code', 'currency.rate'];

function describe(
  client: TrytonClient,
  context: Books['context'],
  company: z.infer<typeof companyAnswer>[number],
): Books {
  return {
    client,
    context,
    // Ids begin at 1 in every database; the microsecond at which the company was made tells databases apart and stays
    // when a server moves or a company is renamed.
    entityId: company.create_date ? `${company.id}-${company.create_date.replace(/[-:Z]/g, '')}` : String(company.id),
    entityName: company['party.'].name ?? `Company ${company.id}`,
    company: { id: company.id, party: company['party.'].id, currency: company['currency.'] },
  };
}
