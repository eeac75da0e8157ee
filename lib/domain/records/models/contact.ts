import { contactStatuses, contacts, contactTypes } from '../../../../db/schema/records/contact.ts';
import { baseWire, declareModel } from '../declaration.ts';
import { address, externalLink, phoneNumber } from './children.ts';

/** Twelve relations on the wire: the children, its currency and every document that names it. */
export const contact = declareModel({
  model: 'CONTACT',
  path: 'contacts',
  table: contacts,
  wire: [
    ...baseWire,
    'name',
    'contact_name',
    'contact_type',
    'currency_id',
    'tax_number',
    'registration_number',
    'status',
    'updated_at',
  ],
  knownBy: ['name', 'contact_name'],
  showsDeletedAt: 'asked',
  children: { external_links: externalLink, phone_numbers: phoneNumber, addresses: address },
  relations: {
    currency: { kind: 'one', model: 'CURRENCY', by: 'currency_id' },
    invoices: { kind: 'many', model: 'INVOICE', by: 'contact_id' },
    bills: { kind: 'many', model: 'BILL', by: 'contact_id' },
    invoice_payments: { kind: 'many', model: 'INVOICE_PAYMENT', by: 'contact_id' },
    bill_payments: { kind: 'many', model: 'BILL_PAYMENT', by: 'contact_id' },
    expenses: { kind: 'many', model: 'EXPENSE', by: 'contact_id' },
    purchase_orders: { kind: 'many', model: 'PURCHASE_ORDER', by: 'contact_id' },
    sales_orders: { kind: 'many', model: 'SALES_ORDER', by: 'contact_id' },
    bank_transactions: { kind: 'many', model: 'BANK_TRANSACTION', by: 'contact_id' },
  },
  sorts: ['updated_at'],
  enums: { contact_type: contactTypes, status: contactStatuses },
});
