import { billPayments } from '../../../../db/schema/records/bill-payment.ts';
import { declareModel } from '../declaration.ts';
import { paymentRelations, paymentSorts, paymentWire } from './payment.ts';

export const billPayment = declareModel({
  model: 'BILL_PAYMENT',
  path: 'bill_payments',
  table: billPayments,
  wire: paymentWire('bill_id'),
  knownBy: ['document_number', 'memo'],
  showsDeletedAt: 'always',
  children: {},
  relations: { bill: { kind: 'one', model: 'BILL', by: 'bill_id' }, ...paymentRelations },
  sorts: paymentSorts,
  enums: {},
  dateColumn: 'payment_date',
});
