import type { ConnectorDefinition } from '../types.ts';

/** NetSuite by SuiteTalk REST and SuiteQL, signed with an access token of the account. */
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
        help: 'Of an access token for that integration. Its role needs REST Web Services, Log in using Access Tokens and SuiteAnalytics Workbook, and must see lists and transactions; to write, it must make customers, vendors and customer payments.',
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
      {
        name: 'timeZone',
        label: 'Time zone',
        type: 'text',
        help: 'As in Setup > Company > General Preferences, in the form America/New_York. Left empty: America/Los_Angeles.',
        placeholder: 'America/Los_Angeles',
        required: false,
        secret: false,
        autoComplete: 'off',
      },
    ],
  },
  models: [
    { model: 'CURRENCY', incremental: false, pageSize: 1000, honoursSyncFrom: false },
    { model: 'ACCOUNT', incremental: false, pageSize: 1000, honoursSyncFrom: false },
    { model: 'ITEM', incremental: true, pageSize: 500, honoursSyncFrom: false },
    { model: 'CONTACT', incremental: true, pageSize: 500, honoursSyncFrom: false },
    { model: 'INVOICE', incremental: true, pageSize: 500, honoursSyncFrom: true },
    { model: 'BILL', incremental: true, pageSize: 500, honoursSyncFrom: true },
    { model: 'INVOICE_PAYMENT', incremental: true, pageSize: 500, honoursSyncFrom: true },
    { model: 'BILL_PAYMENT', incremental: true, pageSize: 500, honoursSyncFrom: true },
  ],
  childModels: ['LINE_ITEM', 'PHONE_NUMBER', 'ADDRESS', 'EXTERNAL_LINK'],
  scopes: ['READ', 'CREATE', 'UPDATE'],
  writable: [
    {
      model: 'CONTACT',
      operations: ['create', 'update'],
      fields: [
        'name',
        'contact_type',
        'currency_id',
        'tax_number',
        'status',
        'email',
        'website',
        'telephone',
        'mobile',
        'fax',
        'addresses',
      ],
      required: ['name'],
      timeoutSeconds: 60,
    },
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
    'Currencies, the chart of accounts and items',
    'Customers and vendors with their addresses, phone numbers and email addresses',
    'Invoices and bills with their lines',
    'Payments received for invoices and made for bills',
  ],
  writes: ['New customers and vendors and changes to them', 'Payments received for invoices, in full or in part'],
  limits: [
    'The account needs the Multiple Currencies feature',
    'A payment’s method can’t be set',
    'Money that is not applied to an invoice or bill yet is not read',
    'Invoices past their due date are open, not overdue, and the tax of a single line is not read',
    'Deleted records, and payments taken from an invoice again, are noticed by a full sync',
    'What is on hand of an item is as of the item’s last change, or the last full sync',
  ],
  nextSteps: {
    credentials:
      'The access token was revoked, its integration record blocked, or its user or role taken away; a sandbox that was refreshed loses its tokens too. The Login Audit Trail in NetSuite says which. Ask your customer for a new token and to reconnect with it.',
    permission:
      'Ask your customer to add to the token’s role, under Setup > Users/Roles > Manage Roles, the lists and transactions that are switched on, or to switch those models off.',
    'rate-limit':
      'NetSuite counts the requests of all integrations of the account at once. The sync goes on by itself; if it waits often, ask your customer to run others at another time, or to add places with a SuiteCloud Plus license.',
    'platform-down':
      'Wait for the next sync. If it lasts, look at status.netsuite.com, and ask your customer whether the account is open: one that is being refreshed or moved is not.',
    'record-refused':
      'Correct the record as NetSuite says and send it again. Where its words name no field, a script or a closed period of the account stands against it.',
    'wrong-company':
      'The account ID is another one: a sandbox has its own. Check with your customer which account is meant before anything is read.',
  },
  requiredRawData: { INVOICE_PAYMENT: ['arr_account_id'] },
} as const satisfies ConnectorDefinition;
