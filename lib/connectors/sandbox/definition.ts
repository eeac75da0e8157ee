import type { ConnectorDefinition } from '../types.ts';

/** The sandbox platform that comes with the installation. Its address is a setting, never part of a connection. */
export const sandboxDefinition = {
  integration: 'SANDBOX',
  category: 'ACCOUNTING',
  name: 'Sandbox',
  monogram: 'SB',
  description: 'Practice books that come with this installation',
  auth: {
    kind: 'credentials',
    fields: [
      {
        name: 'companyKey',
        label: 'Company key',
        type: 'text',
        help: 'Names the company in the sandbox, for example harbour-lane.',
        placeholder: 'harbour-lane',
        required: true,
        secret: false,
        autoComplete: 'off',
      },
      {
        name: 'secret',
        label: 'Secret',
        type: 'password',
        help: 'The secret that belongs to the company key.',
        required: true,
        secret: true,
        autoComplete: 'off',
      },
    ],
  },
  models: [
    { model: 'CURRENCY', incremental: true, pageSize: 500, honoursSyncFrom: false },
    { model: 'ACCOUNT', incremental: true, pageSize: 500, honoursSyncFrom: false },
    { model: 'CONTACT', incremental: true, pageSize: 500, honoursSyncFrom: false },
    { model: 'INVOICE', incremental: true, pageSize: 500, honoursSyncFrom: true },
    { model: 'INVOICE_PAYMENT', incremental: true, pageSize: 500, honoursSyncFrom: true },
  ],
  childModels: ['LINE_ITEM', 'PHONE_NUMBER', 'ADDRESS', 'EXTERNAL_LINK'],
  scopes: ['READ'],
  writable: [],
  rateLimit: { requestsPerMinute: null, concurrency: 4 },
  reads: [
    'Currencies and the chart of accounts',
    'Contacts with their addresses, phone numbers, email addresses and websites',
    'Sales invoices with their lines',
    'Payments received for those invoices',
  ],
  writes: [],
  limits: ['Holds practice data only', 'Deleted records are noticed by a full sync'],
  requiredRawData: {},
} as const satisfies ConnectorDefinition;
