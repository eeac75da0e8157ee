import { Decimal } from 'decimal.js';
import type { z } from 'zod';
import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import { RecordRejected } from '../errors.ts';
import { accountRow, currencyRow, invoiceRow, partyRow, paymentRow, refusedRow } from './api-types.ts';
import { decimalText } from './wire-values.ts';

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

/** Rates are of the company's currency: so many units for one of it. */
function mapCurrency(row: z.infer<typeof currencyRow>): Canonical<'CURRENCY'> {
  return {
    platformId: String(row.id),
    platformUniqueId: row.code,
    fields: {
      name: row.name,
      code: row.code,
      symbol: row.symbol,
      is_base_currency: row.id === row.company_currency.id,
      exchange_rate: quotient(row.rate, row.company_currency.rate),
      updated_at: stampOf(row),
    },
    children: {},
  };
}

/** The balance is debit less credit, as Tryton shows it, with the accounts below an account added in. */
function mapAccount(row: z.infer<typeof accountRow>): Canonical<'ACCOUNT'> {
  return {
    platformId: String(row.id),
    platformUniqueId: row.code,
    fields: {
      name: row.name,
      description: row.note,
      nominal_code: row.code,
      category: categoryOf(row['type.']),
      sub_category: row['type.']?.name ?? null,
      status: row.active ? 'active' : 'inactive',
      current_balance: row.balance,
      currency_id: idText(row.currency),
      parent_account_id: idText(row.parent),
      updated_at: stampOf(row),
    },
    children: {},
  };
}

/** Tryton does not tell equity from other accounts on that side of the balance sheet, nor a bank from other assets. */
function categoryOf(type: z.infer<typeof accountRow>['type.']): Canonical<'ACCOUNT'>['fields']['category'] {
  if (type?.statement === 'income') return type.revenue ? 'income' : type.expense ? 'expense' : 'unknown';
  if (type?.statement !== 'balance') return 'unknown';
  if (type.assets || type.receivable || type.stock) return 'asset';
  return type.payable || type.debt ? 'liability' : 'unknown';
}

type Party = z.infer<typeof partyRow>;

/** A party is customer, supplier or both only by what is booked for it. */
function mapContact(row: Party): Canonical<'CONTACT'> {
  const identifiers = row['identifiers.'];
  return {
    platformId: String(row.id),
    platformUniqueId: row.code,
    fields: {
      name: row.name,
      contact_name: null,
      contact_type: 'unknown',
      currency_id: null,
      tax_number: identifiers.find(({ id }) => id === row.tax_identifier)?.code ?? null,
      registration_number: identifiers.find(({ id }) => id !== row.tax_identifier)?.code ?? null,
      status: row.replaced_by !== null ? 'archived' : row.active ? 'active' : 'inactive',
      updated_at: latestStamp([row, ...identifiers, ...row['contact_mechanisms.'], ...row['addresses.']]),
    },
    children: { ...contactMechanisms(row), addresses: row['addresses.'].filter(isActive).map(mapAddress) },
  };
}

/** Deactivated children are left out: a child has no status of its own. So are Skype and other kinds without a place. */
function contactMechanisms(row: Party): Pick<Canonical<'CONTACT'>['children'], 'external_links' | 'phone_numbers'> {
  const links: Canonical<'CONTACT'>['children']['external_links'] = [];
  const phones: Canonical<'CONTACT'>['children']['phone_numbers'] = [];
  for (const mechanism of row['contact_mechanisms.'].filter(isActive)) {
    const child = { platform_id: String(mechanism.id), updated_at: stampOf(mechanism) };
    const linkType = linkTypes.get(mechanism.type);
    const phoneType = phoneTypes.get(mechanism.type);
    if (linkType) links.push({ ...child, link: mechanism.value, type: linkType });
    if (phoneType) phones.push({ ...child, number: mechanism.value, type: phoneType });
  }
  return { external_links: links, phone_numbers: phones };
}

const linkTypes = new Map([
  ['email', 'EMAIL' as const],
  ['website', 'WEBSITE' as const],
]);

const phoneTypes = new Map([
  ['phone', 'TELEPHONE' as const],
  ['mobile', 'MOBILE' as const],
  ['fax', 'FAX' as const],
]);

function mapAddress(address: Party['addresses.'][number]): Canonical<'CONTACT'>['children']['addresses'][number] {
  return {
    platform_id: String(address.id),
    type: address.invoice ? 'BILLING' : address.delivery ? 'SHIPPING' : null,
    // The name is a building's.
    street: [address.name, address.street].filter(Boolean).join('\n') || null,
    locality: null,
    city: address.city,
    state: address['subdivision.']?.name ?? null,
    country: address['country.']?.code ?? null,
    pincode: address.postal_code,
    updated_at: stampOf(address),
  };
}

type Invoice = z.infer<typeof invoiceRow>;

function mapInvoice(row: Invoice): Canonical<'INVOICE'> {
  const lines = row['lines.'].filter(({ type }) => type === 'line');
  return {
    platformId: String(row.id),
    platformUniqueId: row.number,
    fields: {
      document_number: row.number,
      status: statusOf(row),
      contact_id: String(row.party),
      currency_id: String(row.currency),
      currency_rate: invoiceRate(row),
      posted_date: row.invoice_date && dayStart(row.invoice_date),
      due_date: dueDate(row),
      sub_total: row.untaxed_amount,
      total_discount: null,
      tax_amount: row.tax_amount,
      total_amount: row.total_amount,
      amount_due: row.amount_to_pay,
      memo: row.description ?? row.comment,
      updated_at: latestStamp([row, ...row['lines.']]),
    },
    children: { line_items: lines.map(mapLine) },
  };
}

/**
 * Never overdue: that would follow from today's date, and a record must not change because a day has passed. What has
 * been instructed but not booked counts as paid in part, as it does in Tryton's amount to pay; all of it too, until the
 * booking makes Tryton call it paid.
 */
function statusOf(row: Invoice): Canonical<'INVOICE'>['fields']['status'] {
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

/** Taxes are computed an invoice, not a line: a line's own are known only where it has none. */
function mapLine(line: Invoice['lines.'][number]): Canonical<'INVOICE'>['children']['line_items'][number] {
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

type Payment = z.infer<typeof paymentRow>;

/**
 * A move line that pays an invoice; the payment as such, which may pay several, is its move. Money that came in is
 * positive, money given back on a credit note negative.
 */
function mapPayment(row: Payment): Canonical<'INVOICE_PAYMENT'> {
  const move = row['move.'];
  const invoice = row['invoice_payment.'];
  const received = difference(row.credit, row.debit);
  const foreign =
    row.second_currency !== null && row.amount_second_currency !== null ? row.amount_second_currency : null;
  return {
    platformId: String(row.id),
    platformUniqueId: String(move.id),
    fields: {
      invoice_id: String(invoice.id),
      account_id: counterpart(row),
      credit_note_id: null,
      amount: foreign === null ? received : difference('0', foreign),
      payment_mode: move['journal.']?.name ?? null,
      currency_id: idText(foreign === null ? row.currency : row.second_currency),
      currency_rate: foreign === null ? '1' : quotient(foreign, difference('0', received)),
      memo: move.description,
      payment_date: row.date && dayStart(row.date),
      contact_id: String(row.party ?? invoice.party),
      document_number: move.number,
      updated_at: latestStamp([row, { ...move, create_date: null }]),
    },
    children: {},
  };
}

/** The account that the money came into: the one other account of the move; null where there are several or none. */
function counterpart(row: Payment): string | null {
  const others = new Set(row['move.']['lines.'].map(({ account }) => account).filter((id) => id !== row.account));
  const [only] = others;
  return others.size === 1 ? idText(only) : null;
}

interface Stamped {
  create_date: string | null;
  write_date: string | null;
}

const stampOf = (row: Stamped) => latestStamp([row]);

/** The latest edit of a record and what it is made of, in milliseconds. */
function latestStamp(rows: readonly Stamped[]): string | null {
  const stamps = rows.flatMap(({ create_date, write_date }) => write_date ?? create_date ?? []).sort();
  const last = stamps.at(-1);
  return last ? `${last.slice(0, 23)}Z` : null;
}

const isActive = ({ active }: { active: boolean }) => active;
const idText = (id: number | null | undefined) => (id === null || id === undefined ? null : String(id));
const dayStart = (day: string) => `${day}T00:00:00.000Z`;

/** Wide enough for every amount a database holds; quotients are cut to twelve digits. */
const Exact = Decimal.clone({ precision: 60 });
const difference = (a: string, b: string) => decimalText(new Exact(a).minus(b).toFixed());
const sum = (values: readonly string[]) => values.reduce((total, value) => total.plus(value), new Exact(0)).toFixed();

/** A rate, a ÷ b without a sign; null where one of them is zero, since there is none then. */
function quotient(a: string, b: string): string | null {
  if (new Exact(a).isZero() || new Exact(b).isZero()) return null;
  return decimalText(new Exact(a).div(b).abs().toSignificantDigits(12).toFixed());
}

function read<S extends z.ZodType>(schema: S, raw: unknown): z.infer<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  // Tryton's own names of what is behind a field end in a dot.
  const field = issue?.path.join('.').replaceAll('..', '.').replace(/\.$/, '') || undefined;
  throw new RecordRejected(`${field ?? 'record'}: ${issue?.message ?? 'can not be read'}`, field);
}
