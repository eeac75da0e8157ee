import { parseBody } from '../../../body.ts';
import type { Model } from '../../../state/book.ts';
import type { Fields } from '../../../state/ledger.ts';
import { companyForm, contactForm } from './contact.ts';
import { type Form, type FormPlace, inOwnWords } from './form.ts';
import { bankTransactionForm, expenseForm, journalForm } from './money.ts';
import { billPaymentForm, paymentForm } from './payment.ts';
import { accountForm, bankAccountForm, currencyForm, dimensionForm, itemForm, taxRateForm } from './setup.ts';
import {
  billForm,
  creditNoteForm,
  invoiceForm,
  purchaseOrderForm,
  salesOrderForm,
  supplierCreditForm,
} from './trade.ts';

/**
 * The fields that a POST (nothing `existing`) or PATCH of a record sets. A POST answers every field of the model.
 * Throws Refusal 400 or 422 naming the field.
 */
export function readRecordInput<M extends Model>(model: M, body: unknown, at: FormPlace<M>): Partial<Fields<M>> {
  // TypeScript does not narrow the table by the model.
  const form = forms[model] as unknown as Form<M>;
  const given = parseBody(at.existing ? form.schema.partial() : form.schema, body);
  return form.complete(inOwnWords(model, given) as Partial<Fields<M>>, at);
}

const forms: { [M in Model]: Form<M> } = {
  company: companyForm,
  currencies: currencyForm,
  accounts: accountForm,
  tax_rates: taxRateForm,
  dimensions: dimensionForm,
  items: itemForm,
  contacts: contactForm,
  bank_accounts: bankAccountForm,
  sales_orders: salesOrderForm,
  purchase_orders: purchaseOrderForm,
  invoices: invoiceForm,
  bills: billForm,
  credit_notes: creditNoteForm,
  supplier_credits: supplierCreditForm,
  payments: paymentForm,
  bill_payments: billPaymentForm,
  expenses: expenseForm,
  bank_transactions: bankTransactionForm,
  journals: journalForm,
};
