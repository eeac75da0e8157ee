import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { childColumns, decimal } from './base.ts';

export const journalLineTypes = ['debit', 'credit'] as const;

/** A side of a booking: `net_amount` without its tax and without a sign, which `type` tells. */
export const journalLines = pgTable(
  'record_journal_lines',
  {
    ...childColumns(),
    account_id: text(),
    contact_id: text(),
    type: text().$type<(typeof journalLineTypes)[number]>(),
    description: text(),
    net_amount: decimal(),
    tax_amount: decimal(),
  },
  (t) => [primaryKey({ columns: [t.company_id, t.parent_model, t.parent_platform_id, t.position] })],
);
