import { sqlClient } from '../../../db/client.ts';
import type { ContactInvoice, InvoiceTotal } from './contact-view.ts';

const latestCount = 5;

/**
 * What a contact's invoices come to by currency, summed by the database, and the latest of them. Deleted ones are left
 * out. The caller has checked that the company is the organisation's.
 */
export async function contactInvoices(input: {
  companyId: number;
  /** The contact's id on the platform. */
  platformId: string;
}): Promise<{ totals: InvoiceTotal[]; latest: ContactInvoice[] }> {
  const sql = sqlClient();
  // Some platforms name a currency by its id, some by its code.
  const currency = sql`coalesce((
    select c.code from record_currencies c
    where c.company_id = i.company_id and (c.platform_id = i.currency_id or c.code = i.currency_id)
    order by (c.platform_id = i.currency_id) desc, c.rootfi_id limit 1
  ), i.currency_id)`;
  const ofContact = sql`i.company_id = ${input.companyId} and i.contact_id = ${input.platformId}
    and i.rootfi_deleted_at is null`;
  const [totals, latest] = await Promise.all([
    sql<InvoiceTotal[]>`
      select ${currency} as currency, sum(i.count)::int as count, sum(i.total)::text as total, sum(i.due)::text as due
      from (
        select i.company_id, i.currency_id, count(*) as count, sum(i.total_amount) as total, sum(i.amount_due) as due
        from record_invoices i where ${ofContact} group by i.company_id, i.currency_id
      ) i
      group by 1 order by 2 desc, 1`,
    sql<(Omit<ContactInvoice, 'postedDate' | 'dueDate'> & { posted: Date | null; expected: Date | null })[]>`
      select i.rootfi_id::float8 as "rootfiId", i.document_number as "documentNumber", i.status, ${currency} as currency,
        i.posted_date as posted, i.due_date as expected, i.total_amount::text as total, i.amount_due::text as due
      from record_invoices i where ${ofContact}
      order by i.posted_date desc nulls last, i.rootfi_id desc limit ${latestCount}`,
  ]);
  return {
    totals: totals.map(({ currency: code, count, total, due }) => ({ currency: code, count, total, due })),
    latest: latest.map((row) => ({
      rootfiId: row.rootfiId,
      documentNumber: row.documentNumber,
      status: row.status,
      currency: row.currency,
      postedDate: row.posted?.toISOString() ?? null,
      dueDate: row.expected?.toISOString() ?? null,
      total: row.total,
      due: row.due,
    })),
  };
}
