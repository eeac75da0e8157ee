import { Decimal } from 'decimal.js';
import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import { purchaseInvoiceRow, salesInvoiceRow } from '../rows/trade.ts';
import { ids, read, word } from './values.ts';

export function mapInvoice(raw: unknown): Canonical<'INVOICE'> {
  const row = read(salesInvoiceRow, raw);
  const isPart = word(row.status) === 'Open' && new Decimal(row.remainingAmount).lessThan(row.totalAmountIncludingTax);
  return {
    ...ids(row),
    fields: {
      ...document(row, row.customerId),
      status: isPart ? 'partially_paid' : statusOf(row.status),
      amount_due: row.remainingAmount,
    },
    children: { line_items: row.salesInvoiceLines.flatMap((line) => lineOf(row, line, line.unitPrice)) },
  };
}

/** The platform says whether a bill is paid, not how much of it is. */
export function mapBill(raw: unknown): Canonical<'BILL'> {
  const row = read(purchaseInvoiceRow, raw);
  const status = statusOf(row.status);
  return {
    ...ids(row),
    fields: {
      ...document(row, row.vendorId),
      status,
      amount_due: status === 'paid' || status === 'void' ? '0' : null,
    },
    children: { line_items: row.purchaseInvoiceLines.flatMap((line) => lineOf(row, line, line.unitCost)) },
  };
}

type Document = Omit<z.infer<typeof salesInvoiceRow>, 'customerId' | 'remainingAmount' | 'salesInvoiceLines'>;
type Line = Omit<z.infer<typeof salesInvoiceRow>['salesInvoiceLines'][number], 'unitPrice'>;

const document = (row: Document, contactId: string | null) => ({
  document_number: row.number,
  contact_id: contactId,
  currency_id: row.currencyCode ?? row['@localCurrency'],
  currency_rate: null,
  posted_date: row.invoiceDate,
  due_date: row.dueDate,
  sub_total: row.totalAmountExcludingTax,
  total_discount: row.discountAmount,
  tax_amount: row.totalTaxAmount,
  total_amount: row.totalAmountIncludingTax,
  memo: null,
  updated_at: row.lastModifiedDateTime,
});

/** Comments are lines as well, without an amount. */
const lineOf = (row: Document, line: Line, unitAmount: string) =>
  word(line.lineType) === 'Comment'
    ? []
    : [
        {
          platform_id: line.id.toLowerCase(),
          item_id: line.itemId,
          account_id: line.accountId,
          description: line.description,
          quantity: line.quantity,
          unit_amount: unitAmount,
          sub_total: line.amountExcludingTax,
          discount_amount: line.discountAmount,
          tax_id: null,
          tax_amount: line.totalTaxAmount,
          total_amount: line.amountIncludingTax,
          updated_at: row.lastModifiedDateTime,
        },
      ];

/** Corrective ones take back another, which is void by that. */
const statuses = new Map<string, Canonical<'INVOICE'>['fields']['status']>([
  ['Draft', 'draft'],
  ['In Review', 'draft'],
  ['Open', 'submitted'],
  ['Paid', 'paid'],
  ['Canceled', 'void'],
  ['Corrective', 'void'],
]);

const statusOf = (status: string) => statuses.get(word(status)) ?? 'unknown';
