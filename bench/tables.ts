import { randomUUID } from 'node:crypto';
import type { Sql } from '../db/client.ts';
import { makeManyCompanies } from '../db/testing/many-companies.ts';
import { encodeSession } from '../lib/auth/session-cookie.ts';
import { openSession } from '../lib/auth/session-row.ts';
import { readSession } from '../lib/auth/signed-in.ts';
import { makeContext } from '../lib/context.ts';
import { type CompanyListPage, companyListPage } from '../lib/domain/companies/company-list.ts';
import { createMember } from '../lib/domain/members/mutations.ts';
import { onDatabase } from './database.ts';
import { check, median, print, printTable, timed, whole } from './report.ts';

const repetitions = 7;
const goalMs = 150;

const lists = [
  '',
  'sort=name',
  'sort=-name',
  'sort=-lastSyncedAt',
  'sort=createdAt',
  'currency=CZK',
  'currency=CZK,CHF&sort=name',
  'status=archived',
  'status=all&sort=name',
  'tag=partner',
  'q=orchard&sort=name',
];

/** The next page of the console's companies table at a million (or as many as COMPANIES says): what its JSON route does. */
export async function tables(): Promise<void> {
  const count = Number(process.env.COMPANIES ?? 1_000_000);
  Object.assign(process.env, { LOG_LEVEL: 'silent' });
  process.env.SECRET_KEY ??= 'a-secret-key-of-32-characters-or-more';
  await onDatabase(async ({ sql }) => {
    const { organisationId } = await makeManyCompanies(sql, count);
    const cookie = await signIn(organisationId);
    print(`${whole(count)} companies; medians of ${repetitions}\n`);
    const rows: string[][] = [];
    for (const list of lists) {
      const first = await ask(cookie, list);
      check(first.next !== null, `${list}: a next page`);
      const next = `${list}&after=${first.next}`;
      const page = await ask(cookie, next);
      check(page.rows.length === 50 && page.rows[0]?.id !== first.rows[0]?.id, `${list}: another page`);
      const [ms, deepMs] = [await medianMs(cookie, next), await medianMs(cookie, await inTheMiddle(sql, list))];
      const slower = Math.max(ms, deepMs);
      rows.push([
        list || 'newest',
        ms.toFixed(1),
        deepMs.toFixed(1),
        `< ${goalMs}`,
        slower < goalMs ? 'yes' : 'NO',
        whole(first.total),
      ]);
    }
    printTable(['next page of 50', 'ms', 'in the middle', 'goal', 'reached', 'matches'], rows);
  });
}

/** As the route does: the session of a cookie, the page, its JSON. */
async function ask(cookie: string, query: string): Promise<CompanyListPage> {
  const session = await readSession(cookie, new Headers());
  if (!session) throw new Error('not signed in');
  const page = await companyListPage(session.ctx, new URLSearchParams(query));
  return JSON.parse(JSON.stringify(page)) as CompanyListPage;
}

async function medianMs(cookie: string, query: string): Promise<number> {
  await ask(cookie, query);
  const seconds: number[] = [];
  for (let turn = 0; turn < repetitions; turn++) seconds.push(await timed(() => ask(cookie, query)));
  return median(seconds) * 1000;
}

/** The page behind a company of the middle, by the key of the list's order. */
async function inTheMiddle(sql: Sql, list: string): Promise<string> {
  const [row] = await sql`
    select id, name_key from companies where id >= (select (min(id) + max(id)) / 2 from companies) order by id limit 1`;
  const byName = new URLSearchParams(list).get('sort')?.endsWith('name') ?? false;
  const cursor = { id: Number(row?.id), value: byName ? String(row?.name_key) : null };
  return `${list}&after=${Buffer.from(JSON.stringify(cursor)).toString('base64url')}`;
}

async function signIn(organisationId: number): Promise<string> {
  const actor = { type: 'system', id: 'bench', label: 'bench' } as const;
  const ctx = makeContext({ organisationId, actor, requestId: randomUUID(), now: new Date(), door: 'bench' });
  const person = {
    email: 'bench@example.com',
    name: 'Bench',
    password: `p-${randomUUID()}`,
    role: 'operator',
  } as const;
  const { userId } = await createMember(ctx, person);
  const session = await openSession(userId, { userAgent: null, now: new Date() });
  return encodeSession(session);
}
