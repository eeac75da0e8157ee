import type { ConnectorDefinition } from '../types.ts';

/** The vendor's own server, where nothing else is typed. */
export const productiveAddress = 'https://api.productive.io';

/** Productive over its JSON:API: the companies of one organisation, as contacts. */
export const productiveDefinition = {
  integration: 'PRODUCTIVE',
  category: 'ACCOUNTING',
  name: 'Productive',
  monogram: 'PR',
  description: 'Companies of a Productive organisation',
  auth: {
    kind: 'credentials',
    fields: [
      {
        name: 'token',
        label: 'API token',
        type: 'password',
        help: 'Made in Productive under Settings, API integrations. One that may write is needed for writing.',
        required: true,
        secret: true,
        autoComplete: 'off',
      },
      {
        name: 'organizationId',
        label: 'Organization id',
        type: 'text',
        help: 'Shown beside the token.',
        required: true,
        secret: false,
        autoComplete: 'off',
      },
      {
        name: 'address',
        label: 'Address',
        type: 'url',
        help: `Only for a server that is not ${productiveAddress}.`,
        placeholder: productiveAddress,
        required: false,
        secret: false,
        autoComplete: 'url',
      },
    ],
  },
  models: [{ model: 'CONTACT', incremental: true, pageSize: 200, honoursSyncFrom: false }],
  childModels: ['PHONE_NUMBER', 'ADDRESS', 'EXTERNAL_LINK'],
  scopes: ['READ', 'CREATE', 'UPDATE'],
  writable: [
    {
      model: 'CONTACT',
      operations: ['create', 'update'],
      fields: ['name', 'tax_number', 'currency_id', 'status', 'email', 'website', 'telephone', 'addresses'],
      required: ['name'],
      timeoutSeconds: 30,
    },
  ],
  rateLimit: {
    perConnection: [
      { calls: 100, seconds: 10 },
      { calls: 4000, seconds: 1800 },
    ],
    perApp: [],
    concurrency: 4,
  },
  reads: ['Companies, archived ones too, with their addresses, phone numbers, email addresses and websites'],
  writes: ['New companies, changes to companies, archiving and restoring them'],
  limits: [
    'Invoices, bills and payments are not read',
    'What changed is told by the day: a sync reads the companies of the last two days again',
    'Deleted companies are noticed by a full sync',
    'Phone numbers have no kind; a contact’s currency is its code',
    'A company that was made by a write carries the write’s mark as its external id',
  ],
  nextSteps: {
    credentials:
      'The API token was revoked or has ended. Ask your customer to make one in Productive under Settings, API integrations, and to reconnect with it.',
    permission:
      'The token is read-only, or its user may not see companies. Ask your customer for a token that may, and to reconnect with it.',
  },
  requiredRawData: {},
} as const satisfies ConnectorDefinition;
