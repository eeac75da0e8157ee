import type { ConnectorDefinition } from '../types.ts';

/** The vendor's own server, where nothing else is typed. */
export const mewsAddress = 'https://api.mews.com';

/** Mews over its Connector API: the companies of one chain, as contacts. */
export const mewsDefinition = {
  integration: 'MEWS',
  category: 'ACCOUNTING',
  name: 'Mews',
  monogram: 'MW',
  description: 'Company profiles of a Mews chain',
  auth: {
    kind: 'credentials',
    fields: [
      {
        name: 'clientToken',
        label: 'Client token',
        type: 'password',
        help: 'Names the integration; Mews gives it to whoever registers one.',
        required: true,
        secret: true,
        autoComplete: 'off',
      },
      {
        name: 'accessToken',
        label: 'Access token',
        type: 'password',
        help: 'Made in Mews under Settings, Integrations.',
        required: true,
        secret: true,
        autoComplete: 'off',
      },
      {
        name: 'chainId',
        label: 'Chain id',
        type: 'text',
        help: 'Needed where the token opens several chains, or one without a company.',
        required: false,
        secret: false,
        autoComplete: 'off',
      },
      {
        name: 'address',
        label: 'Address',
        type: 'url',
        help: `Only for a server that is not ${mewsAddress}.`,
        placeholder: mewsAddress,
        required: false,
        secret: false,
        autoComplete: 'url',
      },
    ],
  },
  models: [{ model: 'CONTACT', incremental: true, pageSize: 1000, honoursSyncFrom: false }],
  childModels: ['PHONE_NUMBER', 'ADDRESS', 'EXTERNAL_LINK'],
  scopes: ['READ', 'CREATE', 'UPDATE'],
  writable: [
    {
      model: 'CONTACT',
      operations: ['create', 'update'],
      fields: [
        ...['name', 'contact_name', 'tax_number', 'registration_number', 'status'],
        ...['email', 'website', 'telephone', 'addresses'],
      ],
      required: ['name'],
      timeoutSeconds: 30,
    },
  ],
  rateLimit: { perConnection: [{ calls: 200, seconds: 30 }], perApp: [], concurrency: 4 },
  reads: ['Company profiles, deleted ones too, with their phone number, email address and website'],
  writes: ['New company profiles, changes to them with one address each, and deleting them'],
  limits: [
    'Bills, payments and reservations are not read',
    'Of an address Mews tells only its id: addresses are written, and not read',
    'A profile that is deleted in Mews is read as archived, and can’t be made active again from here',
    'New profiles may be invoiced, without fees on the invoices',
    'A profile that was made by a write carries the write’s mark as its external identifier',
  ],
  nextSteps: {
    credentials:
      'The access token was disabled in Mews under Settings, Integrations, or the client token no longer holds. Ask your customer to enable it, or to reconnect with another one.',
    'wrong-company':
      'The tokens open another chain, or several. Check with your customer which chain is meant, and reconnect with its id.',
  },
  requiredRawData: {},
} as const satisfies ConnectorDefinition;
