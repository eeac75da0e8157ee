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

const oidc = { OIDC_CLIENT_ID: 'hub', OIDC_CLIENT_SECRET: 'secret' };

test('single sign-on is off unless it is set up, whole and over https', () => {
  expect(parseEnv(oidc).oidc).toBeNull();
  expect(() => parseEnv({ OIDC_ISSUER: 'https://id.example.com' })).toThrow(/OIDC_ISSUER: needs OIDC_CLIENT_ID/);
  expect(() => parseEnv({ ...oidc, OIDC_ISSUER: 'http://id.example.com' })).toThrow(/OIDC_ISSUER: must be an https/);
  expect(parseEnv({ ...oidc, OIDC_ISSUER: 'http://127.0.0.1:9000' }).oidc).toMatchObject({ name: 'single sign-on' });
  expect(parseEnv({ ...oidc, OIDC_ISSUER: 'https://id.example.com', OIDC_NAME: 'Acme' }).oidc).toEqual({
    issuer: 'https://id.example.com',
    clientId: 'hub',
    clientSecret: 'secret',
    name: 'Acme',
  });
});
