import { expect, test } from 'vitest';
import { baseHeaders, isDataPath, pagePolicy } from './security-headers.ts';

const plain = { https: false, dev: false };
const directive = (policy: string, name: string) => policy.split('; ').find((part) => part.startsWith(`${name} `));

test('a page lets no inline script run without the nonce of its own answer', () => {
  const scripts = directive(pagePolicy('abc', plain), 'script-src');
  expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
});

test('no answer may be framed by another site', () => {
  expect(pagePolicy('abc', plain)).toContain("frame-ancestors 'none'");
  expect(baseHeaders(plain)).toContainEqual(['X-Frame-Options', 'DENY']);
});

test('browsers are kept on https only where people reach it by https', () => {
  const names = (https: boolean) => baseHeaders({ https, dev: false }).map(([name]) => name);
  expect(names(true)).toContain('Strict-Transport-Security');
  expect(names(false)).not.toContain('Strict-Transport-Security');
  expect(pagePolicy('abc', plain)).not.toContain('upgrade-insecure-requests');
});

test('a page whose path only begins like an API path is still a page', () => {
  expect(['/v4/core/companies', '/api/auth/session', '/healthz', '/_next/static/a.js'].every(isDataPath)).toBe(true);
  expect(['/', '/apis', '/v40', '/companies', '/api-keys', '/connect/abc'].some(isDataPath)).toBe(false);
});
