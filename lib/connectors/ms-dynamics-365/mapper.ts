import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import { RecordRejected } from '../errors.ts';
import type { ModelsOf } from '../types.ts';
import type { msDynamics365Definition } from './definition.ts';
import { mapContact } from './mapping/contact.ts';
import { mapBillPayment, mapPayment } from './mapping/payment.ts';
import { mapAccount, mapCurrency, mapItem } from './mapping/setup.ts';
import { mapBill, mapInvoice } from './mapping/trade.ts';

/** The models that are read of Business Central. */
export type BusinessCentralModel = ModelsOf<typeof msDynamics365Definition>;

const mappers: { [M in BusinessCentralModel]: (raw: unknown) => Canonical<M> } = {
  CURRENCY: mapCurrency,
  ACCOUNT: mapAccount,
  ITEM: mapItem,
  CONTACT: mapContact,
  INVOICE: mapInvoice,
  BILL: mapBill,
  INVOICE_PAYMENT: mapPayment,
  BILL_PAYMENT: mapBillPayment,
};

/** Makes the canonical record of one wire record. Pure. Throws RecordRejected naming the first field that is wrong. */
export function mapRecord<M extends RecordModel>(model: M, raw: unknown): Canonical<M> {
  const map = (mappers as Partial<{ [K in RecordModel]: (raw: unknown) => Canonical<K> }>)[model];
  if (!map) throw new RecordRejected(`Business Central is not read for ${model}`);
  return map(raw);
}
