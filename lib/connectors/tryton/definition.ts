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
  scopes: ['READ'],
  writable: [],
  rateLimit: { requestsPerMinute: null, concurrency: 2 },
  reads: [
    'Currencies with their rates, and the chart of accounts with its balances',
    'Contacts with their addresses, phone numbers, email addresses and websites',
    'Customer invoices with their lines and what is still to pay',
    'Payments booked for those invoices',
  ],
  writes: [],
  limits: [
    'Supplier invoices are not read',
    'Credit notes are read as invoices with negative amounts, as Tryton keeps them',
    'Whether an invoice is overdue follows from its due date; no invoice has that status',
    'Deleted contacts and invoices, and payments taken off an invoice, are noticed by a full sync',
    'Times that Tryton stamps are taken as UTC',
    'Tried with Tryton 6.0',
  ],
  requiredRawData: {},
} as const satisfies ConnectorDefinition;
