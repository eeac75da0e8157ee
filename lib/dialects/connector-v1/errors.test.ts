import { expect, test } from 'vitest';
import { type AppError, conflict, forbidden, invalid, notFound } from '../../errors.ts';
import { Exchange } from '../../http/exchange.ts';
import { connectorV1 } from './dialect.ts';
import { failure } from './errors.ts';

const exchange = (actor?: string) => {
  const made = new Exchange(new Request('http://ledgerline.test/api/connector/v1'), connectorV1);
  made.actor = actor;
  return made;
};
const told = (error: AppError | null, actor?: string) => {
  const { status, body } = failure(error, exchange(actor));
  return [status, body.Message];
};

test.each([
  ['Name', 'Name'],
  ['Name.Value', 'Name'],
  ['Ids.17', 'Ids'],
  ['Limitation.Cursor', 'Cursor'],
  ['Limitation.Count', 'Count'],
  ['CreatedUtc.StartUtc', 'CreatedUtc'],
  ['StartUtc', 'StartUtc'],
  ['Options.Invoiceable.Value', 'Invoiceable'],
  ['Address.Value.CountryCode', 'CountryCode'],
  ['', 'JSON'],
])('a problem at %s is one of %s', (path, parameter) => {
  expect(told(invalid({ path, message: 'is wrong' }))).toEqual([400, `Invalid ${parameter}`]);
});

test('what the state of things does not allow is told to people, as what a token may not do', () => {
  expect(told(conflict('Harbour: a sync is running'))).toEqual([403, 'Harbour: a sync is running']);
  expect(told(forbidden('This token is read-only'))).toEqual([403, 'This token is read-only']);
});

test('what is gone by the time it is changed was changed meanwhile; a path is just not there', () => {
  expect(told(notFound('Company'), 'token')).toEqual([409, 'Company not found']);
  expect(told(notFound('Path'))).toEqual([404, 'Path not found']);
});

test('an unknown fault says nothing of itself', () => {
  expect(told(null)).toEqual([500, expect.stringMatching(/request id/)]);
});
