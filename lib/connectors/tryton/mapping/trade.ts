import { Decimal } from 'decimal.js';
import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import type { creditNoteRow, invoiceRow } from '../rows/trade.ts';
import { decimalText } from '../wire-values.ts';
import { dayStart, difference, idText, latestStamp, negated, quotient, stampOf, sum } from './values.ts';

type Invoice = z.infer<typeof invoiceRow>;

/** An invoice to a customer, by the number that we gave it. */
export const mapInvoice = (row: Invoice): Canonical<'INVOICE'> => mapDocument(row, row.number);

/** A supplier's invoice, by the number that the supplier gave it where that was noted. */
export const mapBill = (row: Invoice): Canonical<'BILL'> => mapDocument(row, row.reference ?? row.number);

function mapDocument(row: Invoice, documentNumber: string | null): Canonical<'INVOICE'> {
  return {
    platformId: String(row.id),
    platformUniqueId: row.number,
    fields: {
      ...headOf(row, documentNumber),
      due_date: dueDate(row),
      sub_total: row.untaxed_amount,
      total_discount: null,
      tax_amount: row.tax_amount,
      total_amount: row.total_amount,
      amount_due: row.amount_to_pay,
    },
    children: { line_items: linesOf(row).map(mapLine) },
  };
}

type CreditNote = z.infer<typeof creditNoteRow>;

export const mapInvoiceCreditNote = (row: CreditNote): Canonical<'INVOICE_CREDIT_NOTE'> => {
  const { fields, ...note } = mapCreditNote(row, row.number);
  return { ...note, fields: { ...fields, invoice_ids: row.credited_invoices.map(String) } };
};

export const mapBillCreditNote = (row: CreditNote): Canonical<'BILL_CREDIT_NOTE'> => {
  const { fields, ...note } = mapCreditNote(row, row.reference ?? row.number);
  return { ...note, fields: { ...fields, bill_ids: row.credited_invoices.map(String) } };
};

/** Tryton keeps it as an invoice of which everything is negative. */
function mapCreditNote(row: CreditNote, documentNumber: string | null) {
  return {
    platformId: String(row.id),
    platformUniqueId: row.number,
    fields: {
      ...headOf(row, documentNumber),
      tax_amount: negated(row.tax_amount),
      total_amount: negated(row.total_amount),
      remaining_credit: negated(row.amount_to_pay),
    },
    children: { line_items: linesOf(row).map((line) => opposite(mapLine(line))) },
  };
}

const linesOf = (row: Invoice) => row['lines.'].filter(({ type }) => type === 'line');

/** What every document says of itself: its number and state, who it is with, when and at which rate. */
const headOf = (row: Invoice, documentNumber: string | null) => ({
  document_number: documentNumber,
  status: statusOf(row),
  contact_id: String(row.party),
  currency_id: String(row.currency),
  currency_rate: invoiceRate(row),
  posted_date: row.invoice_date && dayStart(row.invoice_date),
  memo: row.description ?? row.comment,
  updated_at: latestStamp([row, ...row['lines.']]),
});

/**
 * Never overdue: that would follow from today's date, and a record must not change because a day has passed. What has
 * been instructed but not booked counts as paid in part, as it does in Tryton's amount to pay; all of it too, until the
 * booking makes Tryton call it paid.
 */
function statusOf(row: Invoice): Canonical<'INVOICE_CREDIT_NOTE'>['fields']['status'] {
  switch (row.state) {
    case 'draft':
      return 'draft';
    case 'validated':
      return 'submitted';
    case 'posted': {
      const isTouched = new Decimal(row.amount_to_pay).abs().lessThan(new Decimal(row.total_amount).abs());
      return isTouched ? 'partially_paid' : 'submitted';
    }
    case 'paid':
      return 'paid';
    case 'cancelled':
      return 'void';
    default:
      return 'unknown';
  }
}

/** Units of the invoice's currency for one of the company's, as booked; null for a foreign one that is not booked. */
function invoiceRate(row: Invoice): string | null {
  if (row.currency === row['company.'].currency) return '1';
  const instalments = row['lines_to_pay.'].filter((line) => line.second_currency === row.currency);
  return quotient(
    sum(instalments.map((line) => line.amount_second_currency ?? '0')),
    sum(instalments.map((line) => difference(line.debit, line.credit))),
  );
}

/** The day of the last instalment. */
function dueDate(row: Invoice): string | null {
  const days = row['lines_to_pay.'].flatMap(({ maturity_date }) => maturity_date ?? []).sort();
  const last = days.at(-1);
  return last ? dayStart(last) : null;
}

type LineItem = Canonical<'INVOICE'>['children']['line_items'][number];

/** Taxes are computed an invoice, not a line: a line's own are known only where it has none. */
function mapLine(line: Invoice['lines.'][number]): LineItem {
  const isUntaxed = line.taxes.length === 0;
  return {
    platform_id: String(line.id),
    item_id: idText(line.product),
    account_id: idText(line.account),
    description: line.description,
    quantity: line.quantity === null ? null : decimalText(line.quantity),
    unit_amount: line.unit_price,
    sub_total: line.amount,
    discount_amount: null,
    tax_id: line.taxes.length === 1 ? idText(line.taxes[0]) : null,
    tax_amount: isUntaxed ? '0' : null,
    total_amount: isUntaxed ? line.amount : null,
    updated_at: stampOf(line),
  };
}

/** A line of a credit note: so many less at the same price. */
const opposite = (line: LineItem): LineItem => ({
  ...line,
  quantity: line.quantity && negated(line.quantity),
  sub_total: line.sub_total && negated(line.sub_total),
  tax_amount: line.tax_amount && negated(line.tax_amount),
  total_amount: line.total_amount && negated(line.total_amount),
});
