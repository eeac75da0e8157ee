import { text } from 'drizzle-orm/pg-core';
import { decimal, platformMoment } from './base.ts';

/** States of a credit note; paid means that all of it was set off or given back. */
export const creditNoteStatuses = ['draft', 'submitted', 'partially_paid', 'paid', 'void', 'unknown'] as const;
export type CreditNoteStatus = (typeof creditNoteStatuses)[number];

/** What both kinds of credit note have in common. Amounts are positive: the model says in whose favour they are. */
export const creditNoteColumns = () => ({
  document_number: text(),
  status: text().$type<CreditNoteStatus>(),
  contact_id: text(),
  currency_id: text(),
  currency_rate: decimal(),
  posted_date: platformMoment(),
  tax_amount: decimal(),
  total_amount: decimal(),
  /** What is left to set off. */
  remaining_credit: decimal(),
  memo: text(),
});
