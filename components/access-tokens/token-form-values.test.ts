import { expect, test } from 'vitest';
import { readTokenForm } from './token-form-values.ts';

const now = Date.parse('2026-11-26T10:00:00Z');

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test('a JSON:API token has neither chains nor a client, whatever the form still holds', () => {
  const given = form([
    ['dialect', 'jsonapi'],
    ['name', 'CRM'],
    ['access', 'read'],
    ['lifetime', '30'],
    ['chainIds', 'left over'],
  ]);
  expect(readTokenForm(given, now)).toEqual({
    dialect: 'jsonapi',
    name: 'CRM',
    readOnly: true,
    expiresAt: '2026-12-26T10:00:00.000Z',
  });
});

test('a Connector token names its chains, and its client only where one is chosen', () => {
  const given = form([
    ['dialect', 'connector'],
    ['name', 'Desk'],
    ['access', 'write'],
    ['lifetime', ''],
    ['clientId', ''],
    ['chainIds', 'one'],
    ['chainIds', 'two'],
  ]);
  expect(readTokenForm(given, now)).toEqual({
    dialect: 'connector',
    name: 'Desk',
    readOnly: false,
    expiresAt: null,
    chainIds: ['one', 'two'],
    clientId: null,
  });
});
