import { describe, expect, test } from 'vitest';
import type { Stamped } from '../book.ts';
import { demoBooks } from '../demo-books.ts';
import { toMinor } from '../money.ts';
import { generateBook } from './book.ts';

const now = Date.parse('2026-11-21T09:00:00.000Z');
const large = demoBooks[0];
if (!large) throw new Error('No demo book');

describe('a generated book', () => {
  const book = generateBook(large, now);
  const { currencies, accounts, contacts, invoices, payments } = book.tables;
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

  test('has sums that add up: lines to invoices, payments to balances', () => {
    for (const invoice of invoices.all()) {
      const sum = invoice.lines.reduce((total, line) => total + minor(line.total, invoice.currencyId), 0n);
      expect(minor(invoice.total, invoice.currencyId)).toBe(sum);
      const paid = payments
        .all()
        .filter((payment) => payment.invoiceId === invoice.id)
        .reduce((total, payment) => total + minor(payment.amount, invoice.currencyId), 0n);
      if (invoice.status === 'cancelled') expect(paid).toBe(0n);
      else expect(minor(invoice.balance, invoice.currencyId)).toBe(sum - paid);
      if (invoice.status === 'settled') expect(Number(invoice.balance)).toBe(0);
    }
  });

  test('refers only to records that are there, each in the currency of its customer', () => {
    for (const invoice of invoices.all()) {
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
