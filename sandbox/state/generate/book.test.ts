import { describe, expect, test } from 'vitest';
import { models } from '../book.ts';
import { demoBooks } from '../demo-books.ts';
import { checkReferences } from '../integrity.ts';
import { toMinor } from '../money.ts';
import { withOwnSums } from '../own-sums.ts';
import type { Stamped } from '../records/stamped.ts';
import { generateBook } from './book.ts';

const now = Date.parse('2026-11-21T09:00:00.000Z');
const large = demoBooks[0];
if (!large) throw new Error('No demo book');

describe('a generated book', () => {
  const book = generateBook(large, now);
  const { currencies, accounts, contacts, invoices, payments, bills, items } = book.tables;
  const decimals = new Map(currencies.all().map((one) => [one.id, one.decimals]));
  const minor = (text: string, currencyId: number) => toMinor(text, decimals.get(currencyId) ?? 2);

  test('is as large as it should be', () => {
    expect(contacts.count()).toBe(300);
    expect(invoices.count()).toBe(2500);
    expect(payments.count()).toBeGreaterThan(1800);
    expect(payments.count()).toBeLessThan(2300);
    expect(accounts.count()).toBeGreaterThanOrEqual(60);
    expect(currencies.all().map((one) => [one.code, one.decimals])).toEqual([
      ['GBP', 2],
      ['EUR', 2],
      ['JPY', 0],
      ['KWD', 3],
    ]);
  });

  test('has records of every model', () => {
    for (const model of models) expect([model, book.tables[model].count() > 0]).toEqual([model, true]);
    expect(bills.count()).toBe(1000);
    expect(book.tables.company.count()).toBe(1);
  });

  test('has sums that add up: lines to documents, payments to balances', () => {
    const paidFor = (documentId: (payment: { invoiceId?: number; billId?: number }) => number | undefined) => {
      const all = [...payments.all(), ...book.tables.bill_payments.all()];
      return Map.groupBy(all, documentId);
    };
    const paidInvoices = paidFor((payment) => payment.invoiceId);
    const paidBills = paidFor((payment) => payment.billId);
    for (const [documents, paidBy] of [
      [invoices.all(), paidInvoices],
      [bills.all(), paidBills],
    ] as const) {
      for (const one of documents) {
        const sum = one.lines.reduce((total, line) => total + minor(line.total, one.currencyId), 0n);
        expect(minor(one.total, one.currencyId)).toBe(sum);
        const paid = (paidBy.get(one.id) ?? []).reduce((total, each) => total + minor(each.amount, one.currencyId), 0n);
        if (one.status === 'cancelled') expect(paid).toBe(0n);
        else expect(minor(one.balance, one.currencyId)).toBe(sum - paid);
        if (one.status === 'settled') expect(Number(one.balance)).toBe(0);
      }
    }
  });

  test.each(['sales_orders', 'purchase_orders', 'credit_notes', 'supplier_credits', 'expenses', 'journals'] as const)(
    'has %s whose sums are those that the books would work out',
    (model) => {
      for (const record of book.tables[model].all()) expect(withOwnSums(book, model, record)).toEqual(record);
    },
  );

  test('refers only to records that are there, each in the currency of its customer', () => {
    for (const model of models) {
      for (const record of book.tables[model].all()) checkReferences(book, model, record);
    }
    for (const invoice of invoices.all()) {
      for (const line of invoice.lines) expect(items.get(line.itemId ?? 0)?.name).toBe(line.description);
      expect(contacts.get(invoice.contactId)?.currencyId).toBe(invoice.currencyId);
      for (const line of invoice.lines) expect(accounts.get(line.accountId)?.class).toBe('income');
    }
    for (const payment of payments.all()) {
      expect(invoices.get(payment.invoiceId)?.contactId).toBe(payment.contactId);
      expect(accounts.get(payment.accountId)?.currencyId).toBe(payment.currencyId);
    }
  });

  test('is dated within the last 24 months, and many records share one stamp', () => {
    const all: Stamped[] = Object.values(book.tables).flatMap((table) => table.all() as Stamped[]);
    for (const record of all) {
      expect(record.created <= record.modified).toBe(true);
      expect(record.modified <= new Date(now).toISOString()).toBe(true);
      expect(record.created >= '2024-11-21').toBe(true);
    }
    const stamps = Map.groupBy(contacts.all(), (contact) => contact.modified);
    expect(Math.max(...[...stamps.values()].map((same) => same.length))).toBeGreaterThan(50);
  });

  test('has a contact name only once, in several scripts', () => {
    const names = contacts.all().map((contact) => contact.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true);
    expect(names.some((name) => /\p{Script=Han}/u.test(name))).toBe(true);
  });
});

test('the same plan gives the same book, another seed another one', () => {
  const plan = { ...large, contacts: 10, invoices: 20 };
  expect(generateBook(plan, now)).toEqual(generateBook(plan, now));
  expect(generateBook({ ...plan, seed: 'other' }, now).tables.contacts.all()).not.toEqual(
    generateBook(plan, now).tables.contacts.all(),
  );
});

test('demo books have ids, client ids and company names of their own', () => {
  for (const key of ['id', 'clientId', 'name'] as const) {
    expect(new Set(demoBooks.map((plan) => plan[key])).size).toBe(demoBooks.length);
  }
});
