import { z } from 'zod';
import { decimal, stamps } from './values.ts';

export const tradeLines = z.array(
  z.object({
    id: z.string(),
    description: z.string().nullable(),
    item_id: z.string().nullable(),
    quantity: decimal,
    unit_price: decimal,
    discount: decimal,
    tax_rate_id: z.string().nullable(),
    net: decimal,
    tax: decimal,
    total: decimal,
    account_id: z.string().nullable(),
  }),
);

const document = {
  ...stamps,
  number: z.string(),
  status: z.string(),
  contact_id: z.string(),
  currency_id: z.string(),
  rate: decimal,
  issued_on: z.iso.date(),
  subtotal: decimal,
  discount: decimal,
  tax: decimal,
  total: decimal,
  balance: decimal,
  note: z.string().nullable(),
  lines: tradeLines,
};

/** An invoice or a bill. */
export const invoiceRow = z.object({ ...document, due_on: z.iso.date().nullable() });
export const orderRow = z.object({ ...document, delivery_on: z.iso.date().nullable() });
export const creditNoteRow = z.object({ ...document, invoice_ids: z.array(z.string()) });
export const supplierCreditRow = z.object({ ...document, bill_ids: z.array(z.string()) });
