import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hidden, redactor } from './redact.ts';

const all = 100_000;

describe('by their names, secrets are taken out of', () => {
  test.each([
    ['{"password":"hunter2-and-more"}', '{"password":"[hidden]"}'],
    ['{"client_secret" : "s3cr3t", "name":"Acme"}', '{"client_secret" : "[hidden]", "name":"Acme"}'],
    ['{"accessToken":"abc","expires_in":3600}', '{"accessToken":"[hidden]","expires_in":3600}'],
    ['{"api_key":12345}', '{"api_key":"[hidden]"}'],
    ['{"tokens":["abc","def"],"a":1}', '{"tokens":"[hidden]","a":1}'],
    ['{"credentials":{"user":"u","pin":"1"},"a":1}', '{"credentials":"[hidden]","a":1}'],
    ['{"text":"{\\"password\\":\\"abc\\"}"}', '{"text":"{\\"password\\":"[hidden]"}"}'],
    ['{"password":"cut off in the mid', '{"password":"[hidden]"'],
    ['{"password":"with \\"quotes\\" inside"}', '{"password":"[hidden]"}'],
    ['<auth:Password type="x">abc</auth:Password>', '<auth:Password type="x">[hidden]</auth:Password>'],
    [
      'grant_type=refresh_token&refresh_token=abc&code=def',
      'grant_type=refresh_token&refresh_token=[hidden]&code=[hidden]',
    ],
    ['Authorization: Bearer abcdefgh.ijk', 'Authorization: Bearer [hidden]'],
  ])('%s', (given, shown) => {
    expect(redactor([]).text(given, all)).toBe(shown);
  });

  test('a query, OAuth parameters among it', () => {
    const path = (address: string) => redactor([]).path(new URL(address));
    expect(path('https://x.example/cb?code=abc&oauth_signature=def&page=2')).toBe(
      '/cb?code=[hidden]&oauth_signature=[hidden]&page=2',
    );
    expect(path('https://x.example/a?filter[api_key]=abc')).toContain(hidden);
  });
});

test('what only looks alike stays', () => {
  const body = '{"code":"EUR","nominal_code":"4000","key":"a","memo":"The password is on file","amount":12.5}';
  expect(redactor(['secret-value']).text(body, all)).toBe(body);
});

test('a connection’s own secret is found in every spelling', () => {
  const secret = 'p"ä ss&w/rd';
  const { text, path } = redactor([secret]);
  const spelled = [secret, JSON.stringify({ note: secret }), new URLSearchParams({ q: secret }).toString()];
  for (const one of [...spelled, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]) {
    expect(text(`before ${one} after`, all)).toContain(hidden);
    expect(text(`before ${one} after`, all)).not.toContain('ss&w');
  }
  expect(path(new URL(`https://x.example/${encodeURIComponent(secret)}/list`))).toBe('/[hidden]/list');
});

test('a secret never shows, wherever it stands and wherever the text is cut', () => {
  const secret = fc.string({ minLength: 8, maxLength: 24, unit: fc.constantFrom(...'ABCDEFGHJKMNPQRSTUVWXYZ') });
  const filler = fc.string({ maxLength: 40, unit: fc.constantFrom(...'abc {}":,=&') });
  fc.assert(
    fc.property(secret, fc.array(filler, { minLength: 1, maxLength: 6 }), fc.nat(160), (value, parts, limit) => {
      const shown = redactor([value]).text(parts.join(value), limit);
      expect(shown.length).toBeLessThanOrEqual(Math.max(limit, parts.join(hidden).length));
      // Five letters in a row can only be the secret's: the rest has none of them.
      expect(shown).not.toMatch(/[A-Z]{5}/);
    }),
    { numRuns: 500 },
  );
});

test('text that Postgres would refuse is mended', () => {
  expect(redactor([]).text('a\0b', all)).toBe('a\uFFFDb');
});

test('a text made to be slow to read is read at once', () => {
  const pieces = ['\\', '"', '"token":[', '"token"   ', '<token ', '"token":\\"', 'Bearer ', '&token', 'a_'];
  for (const piece of pieces) {
    const begun = performance.now();
    redactor(['the-secret']).text(piece.repeat(16_384 / piece.length), 16_384);
    expect(performance.now() - begun, piece).toBeLessThan(250);
  }
});
