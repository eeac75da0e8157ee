import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import { mapCompany, mapContact } from './mapping/contact.ts';
import { mapBankTransaction, mapBillPayment, mapExpense, mapJournal, mapPayment } from './mapping/money.ts';
import { mapAccount, mapBankAccount, mapCurrency, mapDimension, mapItem, mapTaxRate } from './mapping/setup.ts';
import { mapCreditNote, mapInvoice, mapOrder, mapSupplierCredit } from './mapping/trade.ts';

/** Makes the canonical record of one wire record. Pure. Throws RecordRejected naming the first field that is wrong. */
export function mapRecord<M extends RecordModel>(model: M, raw: unknown): Canonical<M> {
  return mappers[model](raw);
}

const mappers: { [M in RecordModel]: (raw: unknown) => Canonical<M> } = {
  COMPANY_INFO: mapCompany,
  CURRENCY: mapCurrency,
  ACCOUNT: mapAccount,
  TAX_RATE: mapTaxRate,
  TRACKING_CATEGORY: mapDimension,
  ITEM: mapItem,
  CONTACT: mapContact,
  BANK_ACCOUNT: mapBankAccount,
  SALES_ORDER: mapOrder,
  PURCHASE_ORDER: mapOrder,
  INVOICE: mapInvoice,
  BILL: mapInvoice,
  INVOICE_CREDIT_NOTE: mapCreditNote,
  BILL_CREDIT_NOTE: mapSupplierCredit,
  INVOICE_PAYMENT: mapPayment,
  BILL_PAYMENT: mapBillPayment,
  EXPENSE: mapExpense,
  BANK_TRANSACTION: mapBankTransaction,
  JOURNAL_ENTRY: mapJournal,
};
