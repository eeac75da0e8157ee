import type { ConnectorDefinition } from '../types.ts';

/**
 * Tryton over its own JSON-RPC. The company, currencies, accounts and bank accounts are read whole each time: fiscal
 * year, rate and balance are computed by Tryton and move without a trace. The other models are read by what changed.
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
        help: 'A user that may read contacts, products, accounts, invoices and bank statements; to write contacts and payments, one that may change them. One made for this purpose is best.',
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
    { model: 'COMPANY_INFO', incremental: false, pageSize: 10, honoursSyncFrom: false },
    { model: 'CURRENCY', incremental: false, pageSize: 500, honoursSyncFrom: false },
    { model: 'ACCOUNT', incremental: false, pageSize: 500, honoursSyncFrom: false },
    { model: 'TAX_RATE', incremental: true, pageSize: 500, honoursSyncFrom: false },
    { model: 'ITEM', incremental: true, pageSize: 500, honoursSyncFrom: false },
    { model: 'CONTACT', incremental: true, pageSize: 500, honoursSyncFrom: false },
    { model: 'BANK_ACCOUNT', incremental: false, pageSize: 500, honoursSyncFrom: false },
    { model: 'INVOICE', incremental: true, pageSize: 200, honoursSyncFrom: true },
    { model: 'BILL', incremental: true, pageSize: 200, honoursSyncFrom: true },
    { model: 'INVOICE_CREDIT_NOTE', incremental: true, pageSize: 500, honoursSyncFrom: true },
    { model: 'BILL_CREDIT_NOTE', incremental: true, pageSize: 500, honoursSyncFrom: true },
    { model: 'INVOICE_PAYMENT', incremental: true, pageSize: 500, honoursSyncFrom: true },
    { model: 'BILL_PAYMENT', incremental: true, pageSize: 500, honoursSyncFrom: true },
    { model: 'BANK_TRANSACTION', incremental: true, pageSize: 500, honoursSyncFrom: true },
    { model: 'JOURNAL_ENTRY', incremental: true, pageSize: 200, honoursSyncFrom: true },
  ],
  childModels: ['LINE_ITEM', 'JOURNAL_LINE', 'PHONE_NUMBER', 'ADDRESS', 'EXTERNAL_LINK'],
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
        ...['invoice_id', 'credit_note_id', 'account_id', 'contact_id', 'amount', 'payment_date'],
        ...['document_number', 'memo', 'payment_mode', 'currency_id'],
      ],
      required: [],
      timeoutSeconds: 60,
    },
  ],
  rateLimit: { perConnection: [], perApp: [], concurrency: 2 },
  reads: [
    'Your company’s name, numbers, addresses and fiscal year',
    'Currencies with their rates, taxes, and the chart of accounts with its balances',
    'Products with their prices',
    'Contacts with their addresses, phone numbers, email addresses and websites',
    'Invoices and credit notes of customers and suppliers, with their lines and what is still to pay',
    'Payments booked for them',
    'Your bank accounts and the lines of your bank statements',
    'Posted journal entries',
  ],
  writes: [
    'Contacts with their addresses, phone numbers, email addresses, websites and tax numbers',
    'Payments of posted customer invoices and refunds of their credit notes, in full and in part, through Tryton’s own wizard',
  ],
  limits: [
    'Orders and expenses are not read, nor how many of a product there are',
    'Tryton keeps a credit note as an invoice with a negative total; it is read as a credit note with positive amounts',
    'Bank accounts and statements are read where Tryton has the modules for them',
    'Whether an invoice is overdue follows from its due date; no invoice has that status',
    'What is deleted, and payments taken off an invoice, are noticed by a full sync',
    'A payment is in the invoice’s currency, at Tryton’s own rate; what a rate leaves over stays for the bookkeeper',
    'A credit note is refunded, not set off against an invoice: Tryton’s payment wizard takes money alone',
    'Contacts have no type and no currency; an address that is replaced is deactivated, since invoices refer to it',
    'Times that Tryton stamps are taken as UTC',
    'Tried with Tryton 6.0',
  ],
  nextSteps: {
    credentials:
      'The password was changed, or the user or the database is gone. Ask your customer to try the sign-in in Tryton’s own client and to reconnect with it.',
    permission:
      'Ask your customer to put the user into the groups that may read what is switched on, such as Account, or to switch those models off.',
    'rate-limit':
      'Tryton locks a user for some minutes after wrong passwords. The sync goes on by itself; if it comes back, somebody else signs in with an old password.',
  },
  requiredRawData: {},
} as const satisfies ConnectorDefinition;
