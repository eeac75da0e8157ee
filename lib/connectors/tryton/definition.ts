import type { ConnectorDefinition } from '../types.ts';

/**
 * Tryton over its own JSON-RPC. Currencies and accounts are read whole each time: their rate and balance are computed
 * by Tryton and move without a trace. The other models are read by what changed.
 */
export const trytonDefinition = {
  integration: 'TRYTON',
  category: 'ACCOUNTING',
  name: 'Tryton',
  monogram: 'TR',
  description: 'Books kept in a Tryton server of your own',
  auth: {
    kind: 'credentials',
    fields: [
      {
        name: 'address',
        label: 'Address',
        type: 'url',
        help: 'The address of your Tryton server, as in the address bar of its web client.',
        placeholder: 'https://tryton.example.com',
        required: true,
        secret: false,
        autoComplete: 'url',
      },
      {
        name: 'database',
        label: 'Database',
        type: 'text',
        help: 'The name of the database that you choose when you sign in.',
        required: true,
        secret: false,
        autoComplete: 'off',
      },
      {
        name: 'user',
        label: 'User',
        type: 'text',
        help: 'A user that may read contacts, accounts and invoices. One made for this purpose is best.',
        required: true,
        secret: false,
        autoComplete: 'username',
      },
      {
        name: 'password',
        label: 'Password',
        type: 'password',
        required: true,
        secret: true,
        autoComplete: 'current-password',
      },
    ],
  },
  models: [
    { model: 'CURRENCY', incremental: false, pageSize: 500, honoursSyncFrom: false },
    { model: 'ACCOUNT', incremental: false, pageSize: 500, honoursSyncFrom: false },
    { model: 'CONTACT', incremental: true, pageSize: 500, honoursSyncFrom: false },
    { model: 'INVOICE', incremental: true, pageSize: 200, honoursSyncFrom: true },
    { model: 'INVOICE_PAYMENT', incremental: true, pageSize: 500, honoursSyncFrom: true },
  ],
  childModels: ['LINE_ITEM', 'PHONE_NUMBER', 'ADDRESS', 'EXTERNAL_LINK'],
  scopes: ['READ', 'CREATE', 'UPDATE'],
  writable: [
    {
      model: 'CONTACT',
      operations: ['create', 'update'],
      fields: [
        ...['name', 'contact_name', 'tax_number', 'registration_number', 'status'],
        ...['email', 'website', 'telephone', 'mobile', 'fax', 'addresses'],
      ],
      required: [],
      timeoutSeconds: 60,
    },
    {
      model: 'INVOICE_PAYMENT',
      operations: ['create'],
      fields: [
        ...['invoice_id', 'account_id', 'contact_id', 'amount', 'payment_date', 'document_number', 'memo'],
        ...['payment_mode', 'currency_id'],
      ],
      required: ['invoice_id'],
      timeoutSeconds: 60,
    },
  ],
  rateLimit: { requestsPerMinute: null, concurrency: 2 },
  reads: [
    'Currencies with their rates, and the chart of accounts with its balances',
    'Contacts with their addresses, phone numbers, email addresses and websites',
    'Customer invoices with their lines and what is still to pay',
    'Payments booked for those invoices',
  ],
  writes: [
    'Contacts with their addresses, phone numbers, email addresses, websites and tax numbers',
    'Payments of posted customer invoices, in full and in part, through Tryton’s own payment wizard',
  ],
  limits: [
    'Supplier invoices are not read',
    'Credit notes are read as invoices with negative amounts, as Tryton keeps them',
    'Whether an invoice is overdue follows from its due date; no invoice has that status',
    'Deleted contacts and invoices, and payments taken off an invoice, are noticed by a full sync',
    'A payment is in the invoice’s currency, at Tryton’s own rate; what a rate leaves over stays for the bookkeeper',
    'A credit note can’t be set off against an invoice: Tryton’s payment wizard takes money alone',
    'Contacts have no type and no currency; an address that is replaced is deactivated, since invoices refer to it',
    'Times that Tryton stamps are taken as UTC',
    'Tried with Tryton 6.0',
  ],
  requiredRawData: {},
} as const satisfies ConnectorDefinition;
