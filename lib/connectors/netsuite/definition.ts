import type { ConnectorDefinition } from '../types.ts';

/** NetSuite by SuiteTalk REST and SuiteQL, signed with an access token of the account. Not connectable yet. */
export const netsuiteDefinition = {
  integration: 'NETSUITE',
  category: 'ACCOUNTING',
  name: 'NetSuite',
  monogram: 'NS',
  description: 'Oracle NetSuite, with an integration record and an access token',
  auth: {
    kind: 'credentials',
    fields: [
      {
        name: 'accountId',
        label: 'Account ID',
        type: 'text',
        help: 'As in Setup > Company > Company Information, for example 1234567 or 1234567_SB1.',
        placeholder: '1234567',
        required: true,
        secret: false,
        autoComplete: 'off',
      },
      {
        name: 'consumerKey',
        label: 'Consumer key',
        type: 'text',
        help: 'Shown once when the integration record is made.',
        required: true,
        secret: true,
        autoComplete: 'off',
      },
      {
        name: 'consumerSecret',
        label: 'Consumer secret',
        type: 'password',
        required: true,
        secret: true,
        autoComplete: 'off',
      },
      {
        name: 'tokenId',
        label: 'Token ID',
        type: 'text',
        help: 'Of an access token for that integration, made for a role that may read and write receivables.',
        required: true,
        secret: true,
        autoComplete: 'off',
      },
      {
        name: 'tokenSecret',
        label: 'Token secret',
        type: 'password',
        required: true,
        secret: true,
        autoComplete: 'off',
      },
    ],
  },
  models: [
    { model: 'CURRENCY', incremental: false, pageSize: 1000, honoursSyncFrom: false },
    { model: 'ACCOUNT', incremental: true, pageSize: 1000, honoursSyncFrom: false },
    { model: 'CONTACT', incremental: true, pageSize: 1000, honoursSyncFrom: false },
    { model: 'INVOICE', incremental: true, pageSize: 1000, honoursSyncFrom: true },
    { model: 'INVOICE_PAYMENT', incremental: true, pageSize: 1000, honoursSyncFrom: true },
  ],
  childModels: ['LINE_ITEM', 'PHONE_NUMBER', 'ADDRESS', 'EXTERNAL_LINK'],
  scopes: ['READ', 'CREATE'],
  writable: [
    {
      model: 'INVOICE_PAYMENT',
      operations: ['create'],
      fields: [
        'invoice_id',
        'account_id',
        'contact_id',
        'amount',
        'payment_date',
        'document_number',
        'memo',
        'currency_id',
        'currency_rate',
      ],
      required: ['invoice_id'],
      // A payment was seen to take half a minute.
      timeoutSeconds: 60,
    },
  ],
  // The account counts calls at once, not calls a minute, and shares the count among all of its integrations.
  rateLimit: { perConnection: [], perApp: [], concurrency: 2 },
  reads: [
    'Currencies and the chart of accounts',
    'Customers with their addresses, phone numbers and email addresses',
    'Invoices with their lines',
    'Payments received for those invoices',
  ],
  writes: ['Payments for invoices'],
  limits: ['A payment’s method can’t be set'],
  requiredRawData: { INVOICE_PAYMENT: ['arr_account_id'] },
} as const satisfies ConnectorDefinition;
