import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import { RecordRejected } from '../errors.ts';
import { refusedRow } from './api-types.ts';
import { mapContact } from './mapping/contact.ts';
import { mapAccount, mapCurrency } from './mapping/ledger.ts';
import { mapPayment } from './mapping/payment.ts';
import { mapInvoice } from './mapping/trade.ts';
import { read } from './mapping/values.ts';
import { partyRow } from './rows/contact.ts';
import { accountRow, currencyRow } from './rows/ledger.ts';
import { paymentRow } from './rows/payment.ts';
import { invoiceRow } from './rows/trade.ts';

/** Makes the canonical record of one row. Pure. Throws RecordRejected naming the first field that is wrong. */
export function mapRecord<M extends RecordModel>(model: M, raw: unknown): Canonical<M> {
  const refused = refusedRow.safeParse(raw);
  if (refused.success) throw new RecordRejected(`Tryton can’t give this record: ${refused.data.refused}`);
  const map = mappers[model];
  if (!map) throw new Error(`Tryton has no ${model}`);
  return map(raw);
}

const mappers: { [M in RecordModel]?: (raw: unknown) => Canonical<M> } = {
  CURRENCY: (raw) => mapCurrency(read(currencyRow, raw)),
  ACCOUNT: (raw) => mapAccount(read(accountRow, raw)),
  CONTACT: (raw) => mapContact(read(partyRow, raw)),
  INVOICE: (raw) => mapInvoice(read(invoiceRow, raw)),
  INVOICE_PAYMENT: (raw) => mapPayment(read(paymentRow, raw)),
};
