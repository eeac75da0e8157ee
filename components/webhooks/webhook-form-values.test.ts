import { expect, test } from 'vitest';
import { readWebhookForm, webhookProblems } from './webhook-form-values.ts';

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test('a form becomes what the domain takes: an empty value keeps the stored one, a row without a name is no header', () => {
  const read = readWebhookForm(
    form([
      ['name', ' Billing '],
      ['url', 'https://receiver.example/hook'],
      ['webhookType', 'SYNC_COMPLETED'],
      ['integration', ''],
      ['topics', 'FAILED'],
      ['topics', 'INVOICE'],
      ['headerName', 'X-Kept'],
      ['headerValue', ''],
      ['headerName', ''],
      ['headerValue', 'lost'],
      ['headerName', 'X-New'],
      ['headerValue', 'new'],
      ['signatureHeader', ''],
    ]),
  );
  expect(read).toEqual({
    name: 'Billing',
    url: 'https://receiver.example/hook',
    webhookType: 'SYNC_COMPLETED',
    integration: null,
    topics: ['FAILED', 'INVOICE'],
    headers: [
      { name: 'X-Kept', value: null },
      { name: 'X-New', value: 'new' },
    ],
    signatureHeader: null,
  });
});

test('a refusal is shown at its field, and says which header it means', () => {
  const issues = [
    { path: 'url', message: 'must be an http or https address' },
    { path: 'headers.1.value', message: 'is required' },
  ];
  expect(webhookProblems({ message: 'x', issues })).toEqual({
    url: 'must be an http or https address',
    headers: 'The value of header 2 is required',
  });
  expect(webhookProblems({ message: 'You are signed out', issues: [] })).toEqual({ form: 'You are signed out' });
});
