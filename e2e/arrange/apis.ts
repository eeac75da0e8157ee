import { createAccessToken } from '../../lib/domain/access-tokens/mutations.ts';
import { nowIn } from './companies.ts';
import type { Organisation } from './organisations.ts';

/** A program that speaks the JSON:API, with a token of its own. */
export async function jsonApi(organisation: Organisation, baseUrl: string, name: string) {
  const made = await createAccessToken(nowIn(organisation), { dialect: 'jsonapi', name });
  if (made.dialect !== 'jsonapi') throw new Error('It is a token of another API');
  const headers = {
    'content-type': 'application/vnd.api+json',
    'x-auth-token': made.token,
    'x-organization-id': String(made.organizationId),
  };
  const call = (method: string, path: string, body?: object) =>
    answered(fetch(`${baseUrl}/api/v2/companies/${path}`, { method, headers, body: body && JSON.stringify(body) }));
  return {
    changeCompany: (companyId: number, attributes: Record<string, unknown>) =>
      call('PATCH', String(companyId), { data: { type: 'companies', id: String(companyId), attributes } }),
    restoreCompany: (companyId: number) => call('PATCH', `${companyId}/restore`),
  };
}

/** A program that speaks the Connector protocol, with a client and a token of its own. */
export async function connectorApi(organisation: Organisation, baseUrl: string, name: string) {
  const made = await createAccessToken(nowIn(organisation), { dialect: 'connector', name });
  if (made.dialect !== 'connector') throw new Error('It is a token of another API');
  const credentials = { ClientToken: made.clientToken, AccessToken: made.accessToken, Client: 'Browser test 1.0' };
  return (operation: string, body: object) =>
    answered(
      fetch(`${baseUrl}/api/connector/v1/companies/${operation}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...credentials, ...body }),
      }),
    );
}

async function answered(asked: Promise<Response>): Promise<void> {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
}
