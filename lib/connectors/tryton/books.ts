import type { z } from 'zod';
import { ConnectorError } from '../errors.ts';
import { companyAnswer, preferencesAnswer } from './api-types.ts';
import type { TrytonClient } from './client.ts';

/** One company's books, as one user sees them. */
export interface Books {
  client: TrytonClient;
  /** Goes with every call: the company, the user's language, and inactive records too. */
  context: { company: number; company_filter: 'one'; language: string | null; active_test: false };
  entityId: string;
  entityName: string;
  company: { id: number; currency: { id: number; code: string; rate: string } };
}

/**
 * The books that a sign-in leads to. Without an expected company it is the one that the user works in now; with one, it
 * is that as long as the user may enter it, whatever is chosen in the client at the moment. Throws ConnectorError:
 * permission for a user without a company, wrong-company when the sign-in does not lead there.
 */
export async function openBooks(client: TrytonClient, expectedEntityId: string | null): Promise<Books> {
  const preferences = await client.call({
    method: 'res.user.get_preferences',
    args: [false],
    context: {},
    answer: preferencesAnswer,
  });
  const current = preferences.company ?? null;
  const companies = new Set([...(preferences.companies ?? []), ...(current === null ? [] : [current])]);
  const expected = expectedEntityId === null ? current : Number.parseInt(expectedEntityId, 10);
  const chosen = expected !== null && companies.has(expected) ? expected : current;
  if (chosen === null) {
    throw new ConnectorError(
      'permission',
      'This user has no company in Tryton. Choose one in the user’s preferences.',
      {
        field: 'user',
      },
    );
  }
  const context = {
    company: chosen,
    company_filter: 'one' as const,
    language: preferences.language ?? null,
    active_test: false as const,
  };
  const [company] = await client.call({
    method: 'company.company.search_read',
    args: [[['id', '=', chosen]], 0, 1, null, companyFields],
    context,
    answer: companyAnswer,
  });
  if (!company) throw new ConnectorError('permission', 'This user may not read its company.', { field: 'user' });
  const books = describe(client, context, company);
  if (expectedEntityId !== null && books.entityId !== expectedEntityId) {
    throw new ConnectorError(
      'wrong-company',
      `The sign-in leads to ${books.entityName}, not to the company connected before.`,
    );
  }
  return books;
}

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
    company: { id: company.id, currency: company['currency.'] },
  };
}
