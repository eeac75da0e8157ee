import { sandboxTenant } from '../wires/business-central/token-endpoint.ts';
import type { Reply, TestSandbox } from './sandbox.ts';

/** The Business Central of a sandbox, signed in for one of its books. */
export interface TestBusinessCentral {
  /** A request below the company; an absolute address is taken as it is. */
  call(method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }): Promise<Reply>;
  /** The records of a list, page by page. */
  walk(path: string, pageSize?: number): Promise<Record<string, unknown>[]>;
  companyId: string;
}

export const tokenPath = (tenant = sandboxTenant) => `/business-central/${tenant}/oauth2/v2.0/token`;

export const tokenForm = (book: string): Record<string, string> => ({
  grant_type: 'client_credentials',
  client_id: book,
  client_secret: `${book}-secret`,
  scope: 'https://api.businesscentral.dynamics.com/.default',
});

export async function requestBusinessCentralToken(
  sandbox: TestSandbox,
  form: Record<string, string>,
  tenant?: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(sandbox.url + tokenPath(tenant), { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export async function openBusinessCentral(sandbox: TestSandbox, book = 'acme'): Promise<TestBusinessCentral> {
  const { body } = await requestBusinessCentralToken(sandbox, tokenForm(book));
  const token = String(body.access_token);
  const base = `/business-central/v2.0/${sandboxTenant}/Production/api/v2.0/companies`;
  const companies = await sandbox.call('GET', base, { token });
  const companyId = companies.json.value[0].id;
  const call: TestBusinessCentral['call'] = (method, path, options) => {
    const relative = path.startsWith('http') ? path.slice(sandbox.url.length) : `${base}(${companyId})/${path}`;
    return sandbox.call(method, relative, { token, ...options });
  };
  return {
    companyId,
    call,
    walk: async (path, pageSize = 20_000) => {
      const records: Record<string, unknown>[] = [];
      for (let next: string | undefined = path; next !== undefined; ) {
        const reply = await call('GET', next, { headers: { prefer: `odata.maxpagesize=${pageSize}` } });
        if (reply.status !== 200) throw new Error(reply.text);
        records.push(...reply.json.value);
        next = reply.json['@odata.nextLink'];
      }
      return records;
    },
  };
}
