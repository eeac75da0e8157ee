import { ConnectorError } from '../errors.ts';
import type { Credentials, TokenKeeper } from '../types.ts';
import { companiesAnswer, companyInformation } from './api-types.ts';
import { type BusinessCentralClient, openClient, type Row } from './client.ts';

/** One company of an environment, open for reading and writing. */
export interface OpenCompany {
  client: BusinessCentralClient;
  /** The path of the company; collections are below it. */
  path: string;
  /** ISO 4217, of the currency that the books are kept in. */
  localCurrency: string;
}

const never = new AbortController().signal;

/** The ids of companies are GUIDs, written in any case. */
export const companyIdOf = ({ companyId = '' }: Credentials): string => companyId.trim().toLowerCase();

const isGuid = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

/** Signs in and finds the company. Throws ConnectorError, naming the field of the form that is to blame. */
export async function findCompany(credentials: Credentials): Promise<{ id: string; name: string }> {
  const id = companyIdOf(credentials);
  if (!isGuid(id)) throw notVisible('This is no id of a company: it must be a GUID');
  const client = openClient(credentials);
  const page = await client.list('/companies', 1000, never).catch((error: unknown) => {
    const isElsewhere = error instanceof ConnectorError && error.evidence.status === 404;
    if (!isElsewhere) throw error;
    throw new ConnectorError('credentials', 'There is no environment with this name', {
      evidence: error.evidence,
      field: 'environment',
      cause: error,
    });
  });
  const { value } = companiesAnswer.parse({ value: page.rows });
  const company = value.find((one) => one.id.toLowerCase() === id);
  if (!company) throw notVisible('This application sees no company with this id');
  return { id, name: company.displayName || company.name };
}

const notVisible = (message: string) => new ConnectorError('permission', message, { field: 'companyId' });

/** Opens a connection's company. Throws ConnectorError, wrong-company where it is not the one expected. */
export async function openCompany(
  credentials: Credentials,
  expected: { entityId: string | null },
  tokens?: TokenKeeper,
): Promise<OpenCompany> {
  const id = companyIdOf(credentials);
  if (expected.entityId !== null && expected.entityId !== id) {
    throw new ConnectorError('wrong-company', 'The sign-in leads to another company than the one connected');
  }
  const client = openClient(credentials, tokens);
  const path = `/companies(${id})`;
  const { rows } = await client.list(`${path}/companyInformation`, 1, never).catch((error: unknown) => {
    if (!(error instanceof ConnectorError && error.evidence.status === 404)) throw error;
    throw new ConnectorError('permission', 'This application no longer sees the company that was connected', {
      evidence: error.evidence,
      cause: error,
    });
  });
  const information = companyInformation.safeParse(rows[0]).data;
  if (!information) {
    throw new ConnectorError('platform-down', 'Business Central did not say what currency the books are kept in');
  }
  return { client, path, localCurrency: information.currencyCode };
}

/** A record with where it is from and the currency of its books: what a mapper must know and a record does not say. */
export const withOrigin = (company: OpenCompany, entity: string, row: Row): Row => ({
  ...row,
  '@entity': entity,
  '@localCurrency': company.localCurrency,
});
