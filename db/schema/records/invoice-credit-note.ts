import { index, jsonb, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { baseColumns } from './base.ts';
import { creditNoteColumns } from './credit-note.ts';
import type { idList, JsonValue } from './json.ts';

/** What a customer gets back. `invoice_ids` are the invoices that it was set off against or made for. */
export const invoiceCreditNotes = pgTable(
  'record_invoice_credit_notes',
  {
    ...baseColumns(),
    ...creditNoteColumns(),
    invoice_ids: jsonb().$type<JsonValue<typeof idList>>(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.rootfi_id] }),
    uniqueIndex('record_invoice_credit_notes_platform').on(t.company_id, t.platform_id),
    index('record_invoice_credit_notes_posted').on(t.company_id, t.posted_date, t.rootfi_id),
    index('record_invoice_credit_notes_total').on(t.company_id, t.total_amount, t.rootfi_id),
    index('record_invoice_credit_notes_updated').on(t.company_id, t.rootfi_updated_at, t.rootfi_id),
  ],
);
