import { expect, test } from 'vitest';
import { localPath, signInPath } from './site-path.ts';

test.each([
  ['/companies?status=archived', '/companies?status=archived'],
  ['/companies/7?_rsc=abc&tab=models', '/companies/7?tab=models'],
  ['/a/../b', '/b'],
])('%s leads to %s', (from, to) => expect(localPath(from)).toBe(to));

test.each([
  null,
  '',
  'companies',
  'https://evil.example/x',
  '//evil.example/x',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'javascript:alert(1)',
  '/sign-in?next=/sign-in',
  '/setup',
])('%j leads nowhere else than to the first page', (from) => expect(localPath(from)).toBe('/'));

test('the way to sign in remembers where the visitor wanted to go', () => {
  expect(signInPath('/companies?search=a b')).toBe('/sign-in?next=%2Fcompanies%3Fsearch%3Da%2520b');
  expect(signInPath('/')).toBe('/sign-in');
});
