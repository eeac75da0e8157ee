import { expect, test } from 'vitest';
import account from '../fixtures/bank-account.json' with { type: 'json' };
import line from '../fixtures/bank-transaction.json' with { type: 'json' };
import { mapRecord } from '../mapper.ts';

// The fixtures are rows of a running Tryton 6.0, as the connector yields them.

test('a bank account has the name of its journal and the balance of its account in the books', () => {
  expect(mapRecord('BANK_ACCOUNT', account)).toEqual({
    platformId: '5',
    platformUniqueId: null,
    fields: {
      institution_name: 'Seaman’s Bank',
      account_name: 'Current account',
      account_number: 'DE89 3704 0044 0532 0130 00',
      balance: '-30.5',
      currency_id: '1',
      category: 'unknown',
      updated_at: '2026-11-26T16:29:39.242Z',
    },
    children: {},
  });
});

test('the IBAN goes before other numbers', () => {
  const other = { ...account['numbers.'][0], type: 'other', number: '7' };
  const numbers = [other, ...account['numbers.']];
  expect(mapRecord('BANK_ACCOUNT', { ...account, 'numbers.': numbers }).fields.account_number).toMatch(/^DE89/);
  expect(mapRecord('BANK_ACCOUNT', { ...account, 'numbers.': [other] }).fields.account_number).toBe('7');
  expect(mapRecord('BANK_ACCOUNT', { ...account, 'numbers.': [] }).fields.account_number).toBeNull();
});

test('no balance is told where the books don’t keep one of it', () => {
  const balance = (row: object) => mapRecord('BANK_ACCOUNT', { ...account, ...row }).fields.balance;
  const [journal] = account.journals;
  const elsewhere = { ...journal, 'account.': { id: 11, balance: '5', currency: 1 } };
  expect(balance({ journals: [] })).toBeNull();
  expect(balance({ journals: [{ ...journal, 'account.': null }] })).toBeNull();
  expect(balance({ journals: [journal, elsewhere] })).toBeNull();
  expect(balance({ journals: [journal, journal] })).toBe('-30.5');
  // The books are kept in the company's currency.
  expect(balance({ currency: 2 })).toBeNull();
});

test('a bank account without a currency has that of its journal', () => {
  const row = { ...account, currency: null };
  expect(mapRecord('BANK_ACCOUNT', row).fields).toMatchObject({ currency_id: '1', balance: '-30.5' });
});

test('a line of a statement that takes money away leads from the bank’s account to the other', () => {
  expect(mapRecord('BANK_TRANSACTION', line)).toEqual({
    platformId: '6',
    platformUniqueId: '1',
    fields: {
      contact_id: '551',
      account_id: '10',
      from_account_id: '10',
      to_account_id: '3',
      currency_id: '1',
      amount: '30.5',
      type: 'withdrawal',
      debit_or_credit: 'debit',
      status: 'posted',
      currency_rate: '1',
      transaction_date: '2026-11-26T00:00:00.000Z',
      updated_at: '2026-11-26T16:29:39.524Z',
    },
    children: {},
  });
});

test('one that brings money leads the other way', () => {
  expect(mapRecord('BANK_TRANSACTION', { ...line, amount: '30.5', account: null }).fields).toMatchObject({
    from_account_id: null,
    to_account_id: '10',
    amount: '30.5',
    type: 'deposit',
    debit_or_credit: 'credit',
  });
});

test.each([
  ['draft', 'pending'],
  ['validated', 'pending'],
  ['posted', 'posted'],
  ['cancelled', 'void'],
  ['constructor', 'unknown'],
])('a line of a statement that is %s is %s', (state, status) => {
  const statement = { ...line['statement.'], state };
  expect(mapRecord('BANK_TRANSACTION', { ...line, 'statement.': statement }).fields.status).toBe(status);
});

test('a line in another currency than the company’s has no rate', () => {
  const statement = { ...line['statement.'], 'journal.': { account: 10, currency: 2 } };
  expect(mapRecord('BANK_TRANSACTION', { ...line, 'statement.': statement }).fields).toMatchObject({
    currency_id: '2',
    currency_rate: null,
  });
});
