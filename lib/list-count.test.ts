import { expect, test } from 'vitest';
import { listCountQuery } from './list-count.ts';

const companies = { key: ['companies'], path: '/count', topics: ['company'] as const };
const keyOf = (query: string) => listCountQuery(companies, new URLSearchParams(query)).queryKey;

test('a list is counted once for every order, place and size of its pages, and anew for other filters', () => {
  const counted = keyOf('q=acme&sort=name&status=all');
  expect(keyOf('q=acme&sort=-name&status=all')).toEqual(counted);
  expect(keyOf('q=acme&sort=name&after=c1&rows=200&status=all')).toEqual(counted);
  expect(keyOf('q=acme&status=archived')).not.toEqual(counted);
  expect(keyOf('q=acm&sort=name&status=all')).not.toEqual(counted);
});

test('what has the rows of a list asked for again has them counted again', () => {
  const queryKey = keyOf('q=acme');
  expect(queryKey.slice(0, 1)).toEqual(['companies']);
});
