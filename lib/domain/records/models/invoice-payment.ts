import { invoicePayments } from '../../../../db/schema/records/invoice-payment.ts';
import { declareModel } from '../declaration.ts';
import { paymentRelations, paymentSorts, paymentWire } from './payment.ts';

export const invoicePayment = declareModel({
  model: 'INVOICE_PAYMENT',
  path: 'invoice_payments',
  table: invoicePayments,
  wire: paymentWire('invoice_id'),
  knownBy: ['document_number', 'memo'],
  showsDeletedAt: 'always',
  children: {},
  relations: { invoice: { kind: 'one', model: 'INVOICE', by: 'invoice_id' }, ...paymentRelations },
  sorts: paymentSorts,
  enums: {},
  dateColumn: 'payment_date',
});
