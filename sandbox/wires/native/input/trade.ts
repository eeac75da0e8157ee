import { z } from 'zod';
import { dayMs, dayOf } from '../../../state/generate/dates.ts';
import type { Fields } from '../../../state/ledger.ts';
import { baseCurrency, currencyOf } from '../../../state/lookups.ts';
import { day, type Form, text } from './form.ts';
import { lines, noSums, pricedLines } from './lines.ts';

type DocumentModel = 'invoices' | 'bills' | 'sales_orders' | 'purchase_orders' | 'credit_notes' | 'supplier_credits';

const document = {
  contact_id: text,
  lines,
  number: text.optional(),
  currency_id: text.optional(),
  issued_on: day.optional(),
  note: text.nullable().optional(),
};

/** The other states follow from payments and dates. */
const toBePaid = {
  status: z.enum(['draft', 'issued', 'cancelled']).optional(),
  due_on: day.optional(),
};
const ordered = {
  status: z.enum(['draft', 'sent', 'confirmed', 'part_billed', 'billed', 'cancelled']).optional(),
  delivery_on: day.nullable().optional(),
};
const credited = { status: z.enum(['draft', 'issued', 'part_refunded', 'refunded', 'cancelled']).optional() };
const ids = z.array(text).max(100).optional();

const isPaid = (now: number) => ({ status: 'issued', dueOn: dayOf(now + 30 * dayMs) }) as const;
const isOrdered = () => ({ status: 'confirmed', deliveryOn: null }) as const;

export const invoiceForm = documentForm('invoices', 'INV', '4010', toBePaid, isPaid);
export const billForm = documentForm('bills', 'BILL', '5010', toBePaid, isPaid);
export const salesOrderForm = documentForm('sales_orders', 'SO', '4010', ordered, isOrdered);
export const purchaseOrderForm = documentForm('purchase_orders', 'PO', '5010', ordered, isOrdered);
export const creditNoteForm = documentForm('credit_notes', 'CN', '4010', { ...credited, invoice_ids: ids }, () => ({
  status: 'issued',
  invoiceIds: [],
}));
export const supplierCreditForm = documentForm(
  'supplier_credits',
  'SC',
  '5010',
  { ...credited, bill_ids: ids },
  () => ({
    status: 'issued',
    billIds: [],
  }),
);

/** The form of a document: what all have, and its own fields with what they are where the body says nothing. */
function documentForm<M extends DocumentModel>(
  model: M,
  prefix: string,
  accountCode: string,
  own: z.ZodRawShape,
  ownDefaults: (now: number) => Partial<Fields<M>>,
): Form<M> {
  return {
    schema: z.strictObject({ ...document, ...own }),
    complete: (given, { book, existing, now }) => {
      const contact = book.tables.contacts.live(given.contactId ?? existing?.contactId ?? 0);
      const currency = currencyOf(
        book,
        given.currencyId ?? existing?.currencyId ?? contact?.currencyId ?? baseCurrency(book).id,
      );
      const priced = pricedLines(book, given.lines, currency, accountCode);
      const fields = { ...given, currencyId: currency.id, ...(priced && { lines: priced }) };
      if (existing) return fields;
      return {
        number: `${prefix}-${dayOf(now).slice(0, 4)}-A${String(book.tables[model].nextId()).padStart(5, '0')}`,
        rate: currency.rate,
        issuedOn: dayOf(now),
        note: null,
        ...noSums,
        balance: '0',
        ...ownDefaults(now),
        ...fields,
      };
    },
  };
}
