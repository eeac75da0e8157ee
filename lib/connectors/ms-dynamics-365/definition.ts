import type { ConnectorDefinition } from '../types.ts';

/** Dynamics 365 Business Central by its API v2.0, signed in as an application. */
export const msDynamics365Definition = {
  integration: 'MS_DYNAMICS_365',
  category: 'ACCOUNTING',
  name: 'Dynamics 365 Business Central',
  monogram: 'BC',
  description: 'Microsoft Dynamics 365 Business Central, with an app registration',
  auth: {
    kind: 'credentials',
    fields: [
      {
        name: 'tenantId',
        label: 'Tenant ID',
        type: 'text',
        help: 'The directory (tenant) ID of the app registration.',
        required: true,
        secret: false,
        autoComplete: 'off',
      },
      {
        name: 'environment',
        label: 'Environment',
        type: 'text',
        help: 'The name of the environment, as its admin center shows it.',
        placeholder: 'Production',
        required: true,
        secret: false,
        autoComplete: 'off',
      },
      {
        name: 'companyId',
        label: 'Company ID',
        type: 'text',
        help: 'The id (a GUID) of the company in that environment.',
        required: true,
        secret: false,
        autoComplete: 'off',
      },
      {
        name: 'clientId',
        label: 'Client ID',
        type: 'text',
        help: 'The application (client) ID of the app registration.',
        required: true,
        secret: false,
        autoComplete: 'off',
      },
      {
        name: 'clientSecret',
        label: 'Client secret',
        type: 'password',
        required: true,
        secret: true,
        autoComplete: 'off',
      },
    ],
  },
  models: [
    { model: 'CURRENCY', incremental: true, pageSize: 1000, honoursSyncFrom: false },
    { model: 'ACCOUNT', incremental: true, pageSize: 1000, honoursSyncFrom: false },
    { model: 'ITEM', incremental: true, pageSize: 1000, honoursSyncFrom: false },
    { model: 'CONTACT', incremental: true, pageSize: 1000, honoursSyncFrom: false },
    { model: 'INVOICE', incremental: true, pageSize: 500, honoursSyncFrom: true },
    { model: 'BILL', incremental: true, pageSize: 500, honoursSyncFrom: true },
    { model: 'INVOICE_PAYMENT', incremental: true, pageSize: 1000, honoursSyncFrom: true },
    { model: 'BILL_PAYMENT', incremental: true, pageSize: 1000, honoursSyncFrom: true },
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
        'addresses',
      ],
      required: ['name'],
      timeoutSeconds: 60,
    },
    {
      model: 'INVOICE_PAYMENT',
      operations: ['create'],
      fields: ['invoice_id', 'contact_id', 'amount', 'payment_date', 'document_number', 'memo'],
      required: ['invoice_id'],
      timeoutSeconds: 60,
    },
  ],
  // Shared with whatever else the application does; five at once would be taken.
  rateLimit: { perConnection: [{ calls: 6000, seconds: 300 }], perApp: [], concurrency: 4 },
  reads: [
    'Currencies, the chart of accounts and items',
    'Customers and vendors with their address, phone number, email address and website',
    'Sales invoices with their lines and what is still to pay, and purchase invoices with theirs',
    'Payments received and made, as the general ledger has them',
  ],
  writes: [
    'New customers and vendors, and changes to them',
    'Payments for sales invoices: a line of the payment journal given, which is posted at once',
  ],
  limits: [
    'Payments are read from the general ledger: in the currency of the books, and with the invoice only where their description names it',
    'A payment needs a journal of its own that holds nothing else and lets document numbers be given: posting takes every line of it',
    'A contact has one address, one email address, one website and one phone number',
    'What is left to pay of a purchase invoice is not told, only whether it is paid',
    'Exchange rates are not read',
    'Deleted records are noticed by a full sync',
  ],
  nextSteps: {
    credentials:
      'The client secret has ended, or the application is gone or lost its consent. Ask your customer to make a new secret at the app registration in Microsoft Entra, to grant consent for Business Central again, and to reconnect with it.',
    permission:
      'Ask your customer to open Microsoft Entra Applications in Business Central: the application must be enabled, and have permission sets for this company and all that is switched on.',
    'rate-limit':
      'Business Central counts the requests of this application over five minutes, whoever makes them. The sync goes on by itself; if it waits often, give this connection an application of its own.',
    'platform-down':
      'Wait for the next sync. If it lasts, ask your customer whether the environment runs in the Business Central admin center: it does not while it is updated or restored.',
    'record-refused':
      'Correct the record as Business Central says and send it again. A payment needs a journal that holds nothing else, and a posting date that is allowed.',
    'wrong-company':
      'The company ID is another one. Check with your customer which company of the environment is meant before anything is read.',
  },
  requiredRawData: { INVOICE_PAYMENT: ['payment_journal_id'] },
} as const satisfies ConnectorDefinition;
