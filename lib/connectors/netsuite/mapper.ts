import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import { RecordRejected } from '../errors.ts';
import { mapContact } from './mapping/contact.ts';
import { mapAccount, mapCurrency, mapItem } from './mapping/setup.ts';
import { mapBillPayment, mapDocument, mapInvoicePayment } from './mapping/transactions.ts';
import type { NetsuiteModel } from './queries.ts';

/** Makes the canonical record of one raw record. Pure. Throws RecordRejected naming the first field that is wrong. */
export function mapRecord<M extends RecordModel>(model: M, raw: unknown): Canonical<M> {
  const mapOne = (mappers as { [N in RecordModel]?: (raw: unknown) => Canonical<N> })[model];
  if (!mapOne) throw new RecordRejected(`${model} is not read from NetSuite`);
  return mapOne(raw);
}

const mappers: { [M in NetsuiteModel]: (raw: unknown) => Canonical<M> } = {
  CURRENCY: mapCurrency,
  ACCOUNT: mapAccount,
  ITEM: mapItem,
  CONTACT: mapContact,
  INVOICE: mapDocument,
  BILL: mapDocument,
  INVOICE_PAYMENT: mapInvoicePayment,
  BILL_PAYMENT: mapBillPayment,
};
