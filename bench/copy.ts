import { connect, type Socket } from 'node:net';
import postgres from 'postgres';
import type { Sql } from '../db/client.ts';
import type { TestRun } from '../db/testing/records.ts';
import type { PageRecord } from '../lib/domain/records/page.ts';

const fields = [
  'updated_at',
  'invoice_id',
  'account_id',
  'credit_note_id',
  'amount',
  'payment_mode',
  'currency_id',
  'currency_rate',
  'memo',
  'payment_date',
  'contact_id',
  'document_number',
] as const;

const statement = `copy record_invoice_payments (company_id, rootfi_created_at, rootfi_updated_at, platform_id,
  platform_unique_id, data_hash, raw_data, ${fields.join(', ')}) from stdin`;

/**
 * A client for COPY over TCP with Nagle's algorithm off: with it on, the driver's COPY waits 40 ms a page for an
 * acknowledgement, which would make everything beside it look good.
 */
export function copyClient(url: string): Sql {
  const { hostname, port } = new URL(url);
  // The driver takes a ready socket, which its types don't know.
  const options = {
    max: 1,
    onnotice: () => {},
    socket: () =>
      new Promise<Socket>((resolve, reject) => {
        const socket = connect(Number(port), hostname, () => resolve(socket));
        socket.setNoDelay(true).once('error', reject);
      }),
  };
  return postgres(url, options);
}

/** The reference: one page by COPY and the checkpoint in one transaction, as little as can be done. */
export async function copyPage(
  sql: Sql,
  run: TestRun,
  now: Date,
  records: readonly PageRecord<'INVOICE_PAYMENT'>[],
): Promise<void> {
  await sql.begin(async (tx) => {
    const target = await tx.unsafe(statement).writable();
    const moment = now.toISOString();
    let text = '';
    for (const record of records) text += copyLine(run.companyId, moment, record);
    await new Promise<void>((resolve, reject) => {
      target.once('error', reject).once('finish', resolve).end(text);
    });
    await tx`
      update sync_jobs set checkpoint = ${JSON.stringify({ after: records.at(-1)?.canonical.platformId })}::text::jsonb, pages = pages + 1,
        records_created = records_created + ${records.length}
      where id = ${run.jobId}`;
  });
}

function copyLine(companyId: number, now: string, record: PageRecord<'INVOICE_PAYMENT'>): string {
  const { canonical, rawJson = '', dataHash } = record;
  const values = fields.map((field) => canonical.fields[field]);
  const all = [canonical.platformId, canonical.platformUniqueId, dataHash, rawJson, ...values];
  return `${companyId}\t${now}\t${now}\t${all.map(copyText).join('\t')}\n`;
}

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const copyText = (value: string | null | undefined): string => {
  if (value === null || value === undefined) return '\\N';
  return special.test(value) ? value.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? found) : value;
};
