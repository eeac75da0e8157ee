import type { Integration } from '../db/schema/enums.ts';
import { requestToken } from '../lib/connectors/ms-dynamics-365/token.ts';
import { sandboxTenant } from '../sandbox/wires/business-central/token-endpoint.ts';

/** What a connection to a book has. */
export interface Access {
  integration: Integration;
  credentials: Record<string, string>;
  entityId: string;
}

interface Wire {
  integration: Integration;
  accessTo: (book: string, url: string) => Promise<Omit<Access, 'integration'>>;
}

/** The sandbox's wires, one a platform that it speaks as. */
export const wires: Wire[] = [
  {
    integration: 'SANDBOX',
    accessTo: async (book) => ({ credentials: { companyKey: book, secret: secretOf(book) }, entityId: book }),
  },
  {
    integration: 'NETSUITE',
    accessTo: async (book) => {
      const accountId = book.toUpperCase().replaceAll('-', '_');
      const consumer = { consumerKey: `${book}-consumer`, consumerSecret: `${secretOf(book)}-consumer` };
      const token = { tokenId: `${book}-token`, tokenSecret: `${secretOf(book)}-token` };
      return { credentials: { accountId, ...consumer, ...token }, entityId: accountId };
    },
  },
  {
    integration: 'MS_DYNAMICS_365',
    accessTo: async (book, url) => {
      const companyId = await companyGuid(book, url);
      const application = { clientId: book, clientSecret: secretOf(book) };
      const place = { tenantId: sandboxTenant, environment: 'Production', companyId };
      return { credentials: { ...place, ...application }, entityId: companyId };
    },
  },
];

const secretOf = (book: string) => `${book}-secret`;

/** The one company that Business Central shows to a book's application. */
async function companyGuid(book: string, url: string): Promise<string> {
  const { token } = await requestToken({ tenantId: sandboxTenant, clientId: book, clientSecret: secretOf(book) });
  const companies = `${url}/business-central/v2.0/${sandboxTenant}/Production/api/v2.0/companies`;
  const answer = await fetch(companies, { headers: { authorization: `Bearer ${token}` } });
  const { value } = (await answer.json()) as { value: { id: string }[] };
  return value[0]?.id ?? '';
}
