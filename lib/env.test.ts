import { expect, test } from 'vitest';
import { parseEnv } from './env.ts';

test('mail is off unless it is set up', () => {
  expect(parseEnv({}).mail).toBeNull();
  expect(parseEnv({ MAIL_FROM: 'hub@example.com' }).mail).toBeNull();
});

test('a mail server needs the address that mails come from', () => {
  expect(() => parseEnv({ SMTP_URL: 'smtp://mail.example.com:587' })).toThrow(/MAIL_FROM: must be set with SMTP_URL/);
  expect(() => parseEnv({ SMTP_URL: 'http://mail.example.com', MAIL_FROM: 'a@b.c' })).toThrow(/SMTP_URL/);
});

test.each(['hub@example.com', 'Ledgerline <hub@example.com>', 'Müller & Söhne <hub@example.com>'])(
  'mail may come from %s',
  (from) => {
    const smtpUrl = 'smtps://user:p%40ss@mail.example.com:465';
    expect(parseEnv({ SMTP_URL: smtpUrl, MAIL_FROM: from }).mail).toEqual({ smtpUrl, from });
  },
);

test.each(['hub', 'hub@example.com, b@example.com', 'A <hub@example.com> <x@y.z>', 'A\nBcc: x <hub@example.com>'])(
  'mail may not come from %j',
  (from) => {
    expect(() => parseEnv({ SMTP_URL: 'smtp://localhost', MAIL_FROM: from })).toThrow(/MAIL_FROM/);
  },
);
