import { randomUUID } from 'node:crypto';
import { strike } from '../../faults.ts';
import { type Answer, type Call, Refusal } from '../../http.ts';
import { secretFits } from '../native/tokens.ts';
import type { BusinessCentralWire } from './business-central-wire.ts';

/** The directory that all books of the sandbox belong to. */
export const sandboxTenant = '6f0c2f4e-5d1b-4c39-9b1e-2b8a61d0a7c4';
const scope = 'https://api.businesscentral.dynamics.com/.default';
const nowhere = { model: null, page: null, on: null };

/** `POST /{tenant}/oauth2/v2.0/token`, client credentials as a form: a bearer token for the book of that client. */
export async function answerToken(call: Call, tenant: string, wire: BusinessCentralWire): Promise<Answer> {
  if (call.method !== 'POST') return refused(400, 'invalid_request', 900561, 'The endpoint only accepts POST requests');
  const form = new URLSearchParams(await call.text());
  const used = () => wire.store.changed();
  if (tenant.toLowerCase() !== sandboxTenant) {
    return refused(400, 'invalid_request', 90002, `Tenant '${tenant}' not found`);
  }
  if (form.get('grant_type') !== 'client_credentials') {
    return refused(400, 'unsupported_grant_type', 70003, 'The app requested an unsupported grant type');
  }
  if (form.get('scope') !== scope) {
    return refused(400, 'invalid_scope', 1002012, `The provided value for scope ${form.get('scope')} is not valid`);
  }
  const book = wire.store.bookOfClient(form.get('client_id') ?? '');
  if (!book) return refused(400, 'unauthorized_client', 700016, 'The application was not found in the directory');
  const isRefused = strike(book, 'credentials_refused', nowhere, used) !== null;
  if (isRefused || !secretFits(book, form.get('client_secret') ?? '')) {
    return { ...refused(401, 'invalid_client', 7000215, 'Invalid client secret provided'), book: book.id };
  }
  const { token, expiresIn } = wire.tokens.issue(book);
  return {
    status: 200,
    book: book.id,
    body: { token_type: 'Bearer', expires_in: expiresIn, ext_expires_in: expiresIn, access_token: token },
  };
}

/** An error of the identity platform, which is not in OData's form. */
function refused(status: number, error: string, code: number, message: string): Answer {
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${message}. Trace ID: ${randomUUID()}`,
      error_codes: [code],
      correlation_id: randomUUID(),
    },
  };
}

/** The sandbox knows no tenants' other environments. */
export const sandboxEnvironment = 'Production';

export const noEnvironment = (name: string) =>
  new Refusal(404, 'NoEnvironment', `Environment '${name}' does not exist.`);
