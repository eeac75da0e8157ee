import { expect, test } from 'vitest';
import { checkDomain } from './company-domain.ts';

test.each([
  ['acme.com', 'acme.com'],
  ['ACME.Com', 'acme.com'],
  ['new.domain', 'new.domain'],
  ['mail.acme.co.uk', 'mail.acme.co.uk'],
  ['bäckerei.de', 'xn--bckerei-5wa.de'],
  ['xn--bckerei-5wa.de', 'xn--bckerei-5wa.de'],
  ['example.com', 'example.com'],
])('%s is kept as %s', (given, domain) => {
  expect(checkDomain(given)).toEqual({ domain });
});

test.each([
  ['', "domain can't be empty string"],
  [' ', 'domain format not valid'],
  ['invalid@format', 'domain format not valid'],
  ['acme', 'domain format not valid'],
  ['acme..com', 'domain format not valid'],
  ['-acme.com', 'domain format not valid'],
  ['acme.com.', 'domain format not valid'],
  ['http://acme.com', 'domain format not valid'],
  ['acme.com/path', 'domain format not valid'],
  ['127.0.0.1', 'domain format not valid'],
  [`${'a'.repeat(64)}.com`, 'domain format not valid'],
  [`${'a.'.repeat(130)}com`, 'domain format not valid'],
  ['gmail.com', 'public domains are not allowed'],
  ['GMX.at', 'public domains are not allowed'],
  ['outlook.com', 'public domains are not allowed'],
])('%j: %s', (given, problem) => {
  expect(checkDomain(given)).toEqual({ problem });
});
