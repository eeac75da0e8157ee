import { z } from 'zod';
import { day, decimal, origin, reference, stamps, text } from './values.ts';

const document = {
  ...stamps,
  ...origin,
  number: z.string(),
  invoiceDate: day,
  dueDate: day,
  currencyCode: text,
  discountAmount: decimal,
  totalAmountExcludingTax: decimal,
  totalTaxAmount: decimal,
  totalAmountIncludingTax: decimal,
  status: z.string(),
};

const line = {
  id: z.string().min(1),
  itemId: reference,
  accountId: reference,
  lineType: z.string(),
  description: text,
  quantity: decimal,
  discountAmount: decimal,
  amountExcludingTax: decimal,
  totalTaxAmount: decimal,
  amountIncludingTax: decimal,
};

export const salesInvoiceRow = z.object({
  ...document,
  customerId: reference,
  remainingAmount: decimal,
  salesInvoiceLines: z.array(z.object({ ...line, unitPrice: decimal })),
});

/** Has no field for what is left to pay. */
export const purchaseInvoiceRow = z.object({
  ...document,
  vendorId: reference,
  purchaseInvoiceLines: z.array(z.object({ ...line, unitCost: decimal })),
});
