import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import { RecordRejected } from '../errors.ts';
import type { ModelsOf } from '../types.ts';
import { refusedRow } from './api-types.ts';
import type { trytonDefinition } from './definition.ts';
import { mapBankAccount, mapBankTransaction } from './mapping/bank.ts';
import { mapCompanyInfo } from './mapping/company.ts';
import { mapContact } from './mapping/contact.ts';
import { mapItem } from './mapping/item.ts';
import { mapJournalEntry } from './mapping/journal-entry.ts';
import { mapAccount, mapCurrency } from './mapping/ledger.ts';
import { mapBillPayment, mapInvoicePayment } from './mapping/payment.ts';
import { mapTaxRate } from './mapping/tax-rate.ts';
import { mapBill, mapBillCreditNote, mapInvoice, mapInvoiceCreditNote } from './mapping/trade.ts';
import { read } from './mapping/values.ts';
import { bankAccountRow, statementLineRow } from './rows/bank.ts';
import { companyRow } from './rows/company.ts';
import { partyRow } from './rows/contact.ts';
import { productRow } from './rows/item.ts';
import { accountRow, currencyRow, moveRow, taxRow } from './rows/ledger.ts';
import { paymentRow } from './rows/payment.ts';
import { creditNoteRow, invoiceRow } from './rows/trade.ts';

/** Makes the canonical record of one row. Pure. Throws RecordRejected naming the first field that is wrong. */
export function mapRecord<M extends RecordModel>(model: M, raw: unknown): Canonical<M> {
  const refused = refusedRow.safeParse(raw);
  if (refused.success) throw new RecordRejected(`Tryton can’t give this record: ${refused.data.refused}`);
  const map = (mappers as { [N in RecordModel]?: (raw: unknown) => Canonical<N> })[model];
  if (!map) throw new Error(`Tryton has no ${model}`);
  return map(raw);
}

const mappers: { [M in ModelsOf<typeof trytonDefinition>]: (raw: unknown) => Canonical<M> } = {
  COMPANY_INFO: (raw) => mapCompanyInfo(read(companyRow, raw)),
  CURRENCY: (raw) => mapCurrency(read(currencyRow, raw)),
  ACCOUNT: (raw) => mapAccount(read(accountRow, raw)),
  TAX_RATE: (raw) => mapTaxRate(read(taxRow, raw)),
  ITEM: (raw) => mapItem(read(productRow, raw)),
  CONTACT: (raw) => mapContact(read(partyRow, raw)),
  BANK_ACCOUNT: (raw) => mapBankAccount(read(bankAccountRow, raw)),
  INVOICE: (raw) => mapInvoice(read(invoiceRow, raw)),
  BILL: (raw) => mapBill(read(invoiceRow, raw)),
  INVOICE_CREDIT_NOTE: (raw) => mapInvoiceCreditNote(read(creditNoteRow, raw)),
  BILL_CREDIT_NOTE: (raw) => mapBillCreditNote(read(creditNoteRow, raw)),
  INVOICE_PAYMENT: (raw) => mapInvoicePayment(read(paymentRow, raw)),
  BILL_PAYMENT: (raw) => mapBillPayment(read(paymentRow, raw)),
  BANK_TRANSACTION: (raw) => mapBankTransaction(read(statementLineRow, raw)),
  JOURNAL_ENTRY: (raw) => mapJournalEntry(read(moveRow, raw)),
};
