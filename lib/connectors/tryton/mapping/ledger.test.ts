import { expect, test } from 'vitest';
import company from '../fixtures/company-info.json' with { type: 'json' };
import move from '../fixtures/journal-entry.json' with { type: 'json' };
import { mapRecord } from '../mapper.ts';

// The fixtures are rows of a running Tryton 6.0, as the connector yields them.

test('a journal entry has both sides, in the company’s currency', () => {
  const entry = mapRecord('JOURNAL_ENTRY', move);
  expect(entry).toMatchObject({
    platformId: '65',
    platformUniqueId: '63',
    fields: {
      document_number: '63',
      posted_date: '2026-11-26T00:00:00.000Z',
      currency_id: '1',
      currency_rate: '1',
      description: null,
      amount: '127',
    },
  });
  expect(entry.children.journal_lines.map((line) => [line.type, line.account_id, line.net_amount])).toEqual([
    ['debit', '6', '100'],
    ['debit', '6', '7'],
    ['debit', '7', '20'],
    ['credit', '5', '127'],
  ]);
});

test('a line with a negative debit is a credit, one of nothing is on neither side', () => {
  const [line] = move['lines.'];
  const lines = [
    { ...line, debit: '-5', credit: '0' },
    { ...line, debit: '0', credit: '-5' },
    { ...line, debit: '0', credit: '0' },
  ];
  const { fields, children } = mapRecord('JOURNAL_ENTRY', { ...move, 'lines.': lines });
  expect(children.journal_lines.map(({ type, net_amount }) => [type, net_amount])).toEqual([
    ['credit', '5'],
    ['debit', '5'],
    [null, '0'],
  ]);
  expect(fields.amount).toBe('5');
});

test('a company shows what hangs on its party, and the year that is running', () => {
  expect(mapRecord('COMPANY_INFO', company)).toMatchObject({
    platformId: '1',
    fields: {
      name: 'Hub Peer Trading',
      base_currency: 'EUR',
      fiscal_start_at: '2026-01-01T00:00:00.000Z',
      org_created_at: '2026-11-26T16:03:19.299Z',
      updated_at: '2026-11-26T16:29:06.597Z',
    },
    children: { addresses: [{ street: 'Quay 7', city: 'Ostend' }], phone_numbers: [], external_links: [] },
  });
  expect(mapRecord('COMPANY_INFO', { ...company, fiscal_year: null }).fields.fiscal_start_at).toBeNull();
});
