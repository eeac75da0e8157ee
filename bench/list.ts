import type { Sql } from '../db/client.ts';
import { canonicalRecord, makeTestCompany, startTestRun, type TestCompany } from '../db/testing/records.ts';
import { makeContext } from '../lib/context.ts';
import { listRecords } from '../lib/domain/records/data.ts';
import { storePage } from '../lib/domain/records/mutations.ts';
import type { PageRecord } from '../lib/domain/records/page.ts';
import { preparedRecord } from '../lib/domain/records/record-hash.ts';
import type { RecordModel } from '../lib/domain/records/registry.ts';
import { toWire } from '../lib/domain/records/wire.ts';
import { onDatabase } from './database.ts';
import { check, median, print, printTable, timed, whole } from './report.ts';

const contacts = 20_000;
const limit = 1000;
const repetitions = 15;
const goalMs = 100;

const cases: { name: string; expand: string[] }[] = [
  { name: 'plain', expand: [] },
  { name: 'four expansions', expand: ['currency', 'phone_numbers', 'addresses', 'invoices'] },
  {
    name: 'all six',
    expand: ['external_links', 'phone_numbers', 'addresses', 'currency', 'invoices', 'invoice_payments'],
  },
];

/** A list of 1,000 contacts from the middle of 20,000, read, expanded and written as JSON. */
export async function list(): Promise<void> {
  await onDatabase(async ({ sql }) => {
    const company = await makeTestCompany(sql);
    await fill(sql, company);
    const ctx = makeContext({
      organisationId: company.organisationId,
      actor: { type: 'system', id: 'bench', label: 'bench' },
      requestId: 'bench',
      now: new Date(),
      door: 'bench',
    });
    const input = { companyId: company.companyId, model: 'CONTACT', limit } as const;
    const first = await listRecords(ctx, input);
    const rows: string[][] = [];
    for (const { name, expand } of cases) {
      const answer = async () => {
        const page = await listRecords(ctx, { ...input, expand, next: first.next ?? '' });
        return JSON.stringify(page.records.map((record) => toWire(record)));
      };
      const text = await answer();
      checkAnswer(JSON.parse(text), expand);
      const seconds: number[] = [];
      for (let i = 0; i < repetitions; i++) seconds.push(await timed(answer));
      const ms = median(seconds) * 1000;
      rows.push([name, ms.toFixed(1), `< ${goalMs}`, ms < goalMs ? 'yes' : 'no', whole(text.length / 1024)]);
    }
    print(`Lists of ${whole(limit)} of ${whole(contacts)} contacts, medians of ${repetitions}`);
    printTable(['expanded', 'ms', 'goal', 'reached', 'kB'], rows);
  });
}

function checkAnswer(answer: Record<string, unknown>[], expand: readonly string[]): void {
  check(answer.length === limit, `${answer.length} records`);
  const last = answer.at(-1) ?? {};
  check(last.name === `Contact ${2 * limit - 1}`, `the last one is ${last.name}`);
  for (const [name, count] of [
    ['phone_numbers', 2],
    ['addresses', 1],
    ['invoices', 2],
  ] as const) {
    const found = last[name];
    const expected = expand.includes(name) ? count : name === 'invoices' ? undefined : 0;
    check((Array.isArray(found) ? found.length : undefined) === expected, `${name} of the last one`);
  }
  if (expand.includes('currency')) check((last.currency as { code?: string } | null)?.code === 'EUR', 'its currency');
}

const child = { platform_id: null, updated_at: null, type: null };
const place = { street: '1 Main St', locality: null, city: 'Oslo', state: null, country: 'NO', pincode: '0150' };

async function fill(sql: Sql, company: TestCompany): Promise<void> {
  await store(sql, company, 'CURRENCY', [record('CURRENCY', 'eur', { code: 'EUR', name: 'Euro' })]);
  await store(
    sql,
    company,
    'CONTACT',
    numbers(contacts).map((i) =>
      preparedRecord(
        canonicalRecord(
          'CONTACT',
          `c${i}`,
          { name: `Contact ${i}`, currency_id: 'EUR', status: 'active' },
          {
            phone_numbers: ['1', '2'].map((digit) => ({ ...child, number: `+47 ${i} ${digit}` })),
            external_links: [{ ...child, link: `c${i}@example.com` }],
            addresses: [{ ...child, ...place }],
          },
        ),
        { id: i },
      ),
    ),
  );
  await store(
    sql,
    company,
    'INVOICE',
    numbers(2 * contacts).map((i) =>
      record('INVOICE', `i${i}`, { contact_id: `c${i >> 1}`, document_number: `INV-${i}`, total_amount: '120.50' }),
    ),
  );
  await store(
    sql,
    company,
    'INVOICE_PAYMENT',
    numbers(contacts).map((i) =>
      record('INVOICE_PAYMENT', `p${i}`, { contact_id: `c${i}`, invoice_id: `i${2 * i}`, amount: '120.50' }),
    ),
  );
  await sql`vacuum analyze`;
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

const record = <M extends RecordModel>(model: M, id: string, fields: Parameters<typeof canonicalRecord<M>>[2]) =>
  preparedRecord(canonicalRecord(model, id, fields), { id });

async function store<M extends RecordModel>(sql: Sql, company: TestCompany, model: M, records: PageRecord<M>[]) {
  const run = await startTestRun(sql, company, model);
  for (let from = 0; from < records.length; from += limit) {
    const page = { ...run, model, full: false, now: new Date(), checkpoint: from, rejected: [] };
    await storePage({ ...page, records: records.slice(from, from + limit) }, sql);
  }
}
