import type { OpenCompany } from '../shell/commands.tsx';

/** The three APIs, by how each serves its document. */
export const apis = {
  core: { name: 'Core API', documentPath: '/v4/openapi.json' },
  jsonapi: { name: 'JSON:API', documentPath: '/api/v2/openapi.json' },
  connector: { name: 'Connector API', documentPath: '/api/connector/v1/openapi.json' },
} as const;
export type ApiName = keyof typeof apis;

/** A request that reads, or does, what a screen shows. */
export interface ScreenCall {
  api: ApiName;
  /** As the API's document lists it: `GET /core/companies/{company_id}`. */
  operation: string;
  /** Values of the path's places; the others are the example's. */
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** Members of the body that are not the example's; undefined leaves one out. */
  body?: Record<string, unknown>;
}

interface Screen {
  /** What stands in the place of each star of the pattern. */
  places: string[];
  query: URLSearchParams;
  company: OpenCompany | null;
}

type CallsOf = (screen: Screen) => ScreenCall[];

const core = (operation: string, rest: Omit<ScreenCall, 'api' | 'operation'> = {}): ScreenCall => ({
  api: 'core',
  operation,
  ...rest,
});

/** The call of a list of one company's records of a model, by the word of its path; one record where its drawer is open. */
function recordCalls(companyId: string, words: string, query: URLSearchParams): ScreenCall[] {
  const path = { company_id: companyId };
  const open = query.get('record') ?? query.get('contact');
  const list = core(`GET /core/companies/{company_id}/${words}`, { path });
  if (!open) return [list];
  return [core(`GET /core/companies/{company_id}/${words}/{rootfi_id}`, { path: { ...path, rootfi_id: open } }), list];
}

const companyCalls: CallsOf = ({ places: [id = ''], company }) => [
  core('GET /core/companies/{company_id}', { path: { company_id: id } }),
  { api: 'jsonapi', operation: 'GET /companies/{id}', path: { id } },
  {
    api: 'connector',
    operation: 'POST /companies/getAll',
    body: { Names: undefined, CompanyIds: company ? [company.uuid] : undefined },
  },
];

const companiesCalls: CallsOf = ({ query }) => {
  const search = query.get('q');
  const one = (name: string) => (query.get(name)?.includes(',') ? null : query.get(name));
  const filters = { search, connectionStatus: one('health'), integration: one('platform'), syncState: one('activity') };
  return [
    core('GET /core/companies', { query: given({ limit: '50', ...filters }) }),
    {
      api: 'jsonapi',
      operation: 'GET /companies',
      query: given({ 'filter[status]': '1', 'filter[name][contains]': search, 'page[size]': '50' }),
    },
    { api: 'connector', operation: 'POST /companies/getAll', body: { Names: undefined } },
  ];
};

/** Query values that there are. Words that only the console has are none of an API's. */
function given(values: Record<string, string | null>): Record<string, string> {
  const isSet = (entry: [string, string | null]): entry is [string, string] => Boolean(entry[1]) && entry[1] !== 'NONE';
  return Object.fromEntries(Object.entries(values).filter(isSet));
}

const syncsCalls: CallsOf = ({ places: [id = ''], query }) => {
  const kind = { reads: 'PULL', writes: 'PUSH' }[query.get('kind') ?? ''] ?? null;
  const path = { company_id: id };
  return [
    core('GET /core/companies/{company_id}/syncs', { path, query: given({ jobType: kind }) }),
    core('POST /core/companies/{company_id}/syncs', { path }),
  ];
};

/** What each screen shows, by its address; `*` stands for one part. The first that fits counts. */
const screens: [pattern: string, calls: CallsOf][] = [
  ['/', companiesCalls],
  ['/companies', companiesCalls],
  ['/companies/*', companyCalls],
  [
    '/companies/*/models',
    ({ places: [id = ''] }) => [
      core('PATCH /core/companies/{company_id}/sync-config', { path: { company_id: id } }),
      core('GET /core/companies/{company_id}', { path: { company_id: id } }),
    ],
  ],
  ['/companies/*/syncs', syncsCalls],
  [
    '/companies/*/syncs/*',
    ({ places: [, id = ''] }) => [
      core('GET /core/syncs/{sync_id}', { path: { sync_id: id } }),
      core('POST /core/syncs/{sync_id}/retry', { path: { sync_id: id } }),
      core('POST /core/syncs/{sync_id}/cancel', { path: { sync_id: id } }),
    ],
  ],
  ['/companies/*/contacts', ({ places: [id = ''], query }) => recordCalls(id, 'contacts', query)],
  ['/companies/*/invoices', ({ places: [id = ''], query }) => recordCalls(id, 'invoices', query)],
  ['/companies/*/invoices/payments', ({ places: [id = ''], query }) => recordCalls(id, 'invoice_payments', query)],
  ['/companies/*/invoices/sent', syncsCalls],
  [
    '/companies/*/invoices/new-payment',
    ({ places: [id = ''] }) => [
      core('POST /core/companies/{company_id}/invoice_payments', {
        path: { company_id: id },
        query: { dry_run: 'true' },
      }),
    ],
  ],
  ['/companies/*/records/*', ({ places: [id = '', words = ''], query }) => recordCalls(id, words, query)],
  [
    '/invite-links',
    ({ query }) => [
      core('GET /core/invite-links', { query: given({ status: query.get('status') }) }),
      core('POST /core/invite-links'),
    ],
  ],
  ['/webhooks', () => [core('GET /core/webhook-config'), core('POST /core/webhook-config')]],
  ['/webhooks/deliveries', () => [core('GET /core/webhook-logs')]],
  [
    '/webhooks/deliveries/*',
    ({ places: [id = ''] }) => [
      core('GET /core/webhook-logs/{webhook_log_id}', { path: { webhook_log_id: id } }),
      core('POST /core/webhook-logs/{webhook_log_id}/replay', { path: { webhook_log_id: id } }),
    ],
  ],
  [
    '/settings/sync-defaults/*',
    ({ places: [platform = ''] }) => {
      const query = { integration_type: platform.toUpperCase().replaceAll('-', '_') };
      return [
        core('GET /core/organizations/sync-config', { query }),
        core('POST /core/organizations/sync-config', { query }),
      ];
    },
  ],
];

/** The requests by which programs read, or do, what a screen shows; none where no API has it. */
export function screenCalls(pathname: string, query: URLSearchParams, company: OpenCompany | null): ScreenCall[] {
  const parts = pathname.split('/').filter(Boolean);
  for (const [pattern, calls] of screens) {
    const wanted = pattern.split('/').filter(Boolean);
    if (wanted.length !== parts.length || !wanted.every((part, at) => part === '*' || part === parts[at])) continue;
    return calls({ places: parts.filter((_, at) => wanted[at] === '*'), query, company });
  }
  // What else is below a company is a part of it.
  const [section, id] = parts;
  return section === 'companies' && id ? companyCalls({ places: [id], query, company }) : [];
}
