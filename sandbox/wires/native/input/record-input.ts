import { parseBody } from '../../../body.ts';
import type { Model } from '../../../state/book.ts';
import type { Fields } from '../../../state/ledger.ts';
import { contactForm } from './contact.ts';
import { type Form, type FormPlace, inOwnWords } from './form.ts';
import { invoiceForm } from './invoice.ts';
import { accountForm, currencyForm } from './ledger-setup.ts';
import { paymentForm } from './payment.ts';

/**
 * The fields that a POST (nothing `existing`) or PATCH of a record sets. A POST answers every field of the model.
 * Throws Refusal 400 or 422 naming the field.
 */
export function readRecordInput<M extends Model>(model: M, body: unknown, at: FormPlace<M>): Partial<Fields<M>> {
  // TypeScript does not narrow the table by the model.
  const form = forms[model] as Form<M>;
  const given = parseBody(at.existing ? form.schema.partial() : form.schema, body);
  return form.complete(inOwnWords(given) as Partial<Fields<M>>, at);
}

const forms: { [M in Model]: Form<M> } = {
  currencies: currencyForm,
  accounts: accountForm,
  contacts: contactForm,
  invoices: invoiceForm,
  payments: paymentForm,
};
