import { invoicePayments } from '../../../../db/schema/records/invoice-payment.ts';
import { declareModel } from '../declaration.ts';

export const invoicePayment = declareModel({
  model: 'INVOICE_PAYMENT',
  path: 'invoice_payments',
  table: invoicePayments,
  wire: [
    'rootfi_id',
    'rootfi_deleted_at',
    'rootfi_created_at',
    'rootfi_updated_at',
    'rootfi_company_id',
    'platform_id',
    { name: 'payment_id', column: 'platform_unique_id' },
    'invoice_id',
    'account_id',
    'credit_note_id',
    'amount',
    'payment_mode',
    'currency_id',
    { name: 'currency_rate', column: 'currency_rate', as: 'string' },
    'memo',
    'updated_at',
    'payment_date',
    'contact_id',
    'document_number',
  ],
  showsDeletedAt: 'always',
  children: {},
  relations: {
    invoice: { kind: 'one', model: 'INVOICE', by: 'invoice_id' },
    account: { kind: 'one', model: 'ACCOUNT', by: 'account_id' },
    currency: { kind: 'one', model: 'CURRENCY', by: 'currency_id' },
    contact: { kind: 'one', model: 'CONTACT', by: 'contact_id' },
  },
  sorts: ['payment_date', 'amount', 'updated_at'],
  enums: {},
});
