import { randomUUID } from 'node:crypto';
import type { Sql } from '../db/client.ts';
import { makeManyCompanies } from '../db/testing/many-companies.ts';
import { encodeSession } from '../lib/auth/session-cookie.ts';
import { openSession } from '../lib/auth/session-row.ts';
import { readSession } from '../lib/auth/signed-in.ts';
import { type Context, makeContext } from '../lib/context.ts';
import { type CompanyListPage, companyListCount, companyListPage } from '../lib/domain/companies/company-list.ts';
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
  'tag=partner&sort=name',
  'tag=rare',
  'tag=rare&sort=name',
  'q=orchard',
  'q=orchard&sort=name',
  'q=orchard&sort=-name',
  'q=b&sort=name',
  'q=4711',
  'q=4711&sort=name',
];

/**
 * The console's companies table at a million (or as many as COMPANIES says), as its JSON routes do it: the first page, the
 * next, one in the middle, and apart from them, for which no page waits, the count of what matches.
 */
export async function tables(): Promise<void> {
  const count = Number(process.env.COMPANIES ?? 1_000_000);
  Object.assign(process.env, { LOG_LEVEL: 'silent' });
  process.env.SECRET_KEY ??= 'a-secret-key-of-32-characters-or-more';
  await onDatabase(async ({ sql }) => {
    const { organisationId } = await makeManyCompanies(sql, count);
    const cookie = await signIn(organisationId);
    print(`${whole(count)} companies; medians of ${repetitions}\n`);
    const rows: string[][] = [];
    for (const list of lists) rows.push(await measured(sql, cookie, list));
    printTable(['pages of 50, ms', 'first', 'next', 'middle', 'goal', 'reached', 'count, ms', 'matches'], rows);
  });
}

async function measured(sql: Sql, cookie: string, list: string): Promise<string[]> {
  const first = await page(cookie, list);
  const places = [list];
  // What matches less than a page has no next one, as the rarest at fewer companies.
  if (first.next) {
    const next = `${list}&after=${first.next}`;
    const second = await page(cookie, next);
    check(second.rows.length > 0 && second.rows[0]?.id !== first.rows[0]?.id, `${list}: another page`);
    places.push(next, await inTheMiddle(sql, list));
  }
  const times: number[] = [];
  for (const query of places) times.push(await medianMs(() => page(cookie, query)));
  const countMs = await medianMs(() => matches(cookie, list));
  return [
    list || 'newest',
    ...[0, 1, 2].map((place) => times[place]?.toFixed(1) ?? '-'),
    `< ${goalMs}`,
    Math.max(...times) < goalMs ? 'yes' : 'NO',
    countMs.toFixed(1),
    whole(await matches(cookie, list)),
  ];
}

/** As the routes do: the session of a cookie, the answer, its JSON. */
async function ask<T>(cookie: string, answer: (ctx: Context) => Promise<T>): Promise<T> {
  const session = await readSession(cookie, new Headers());
  if (!session) throw new Error('not signed in');
  return JSON.parse(JSON.stringify(await answer(session.ctx))) as T;
}

const page = (cookie: string, query: string): Promise<CompanyListPage> =>
  ask(cookie, (ctx) => companyListPage(ctx, new URLSearchParams(query)));

const matches = (cookie: string, query: string): Promise<number> =>
  ask(cookie, (ctx) => companyListCount(ctx, new URLSearchParams(query)));

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  await work();
  const seconds: number[] = [];
  for (let turn = 0; turn < repetitions; turn++) seconds.push(await timed(work));
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
