import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '@/db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation, type TestOrganisation } from '@/db/testing/factories.ts';
import { encodeSession, sessionCookieName } from '@/lib/auth/session-cookie.ts';
import { openSession } from '@/lib/auth/session-row.ts';
import { renameCompany } from '@/lib/domain/companies/mutations.ts';
import { createMember } from '@/lib/domain/members/mutations.ts';
import { startSync } from '@/lib/domain/syncs/mutations.ts';
import { startAnnouncing } from '@/lib/events/announce.ts';
import { stopListening } from '@/lib/events/hub.ts';
import { readEvents } from '@/lib/events/testing/event-reader.ts';
import { anyMoves, type Move } from '@/lib/events/topics.ts';
import { GET } from './route.ts';

await createTestDatabase();
const stopAnnouncing = startAnnouncing({ apartMs: 0 });
afterAll(async () => {
  await stopAnnouncing();
  await stopListening();
});

async function listen({ ctx }: TestOrganisation) {
  const member = { email: `${randomUUID()}@example.com`, name: 'Vera Viewer', password: `p-${randomUUID()}` };
  const system = { ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } } as const;
  const { userId } = await createMember(system, { ...member, role: 'viewer' });
  const session = await openSession(userId, { userAgent: null, now: new Date() });
  const cookie = `${sessionCookieName()}=${await encodeSession(session)}`;
  const response = await GET(new Request('http://localhost/api/events', { headers: { cookie } }), route);
  const events = readEvents(response.body as ReadableStream<Uint8Array>);
  while (!(await events.until('state')).isListening);
  return { response, events };
}

test('a visitor without a session hears nothing', async () => {
  const response = await GET(new Request('http://localhost/api/events'), route);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ message: expect.stringContaining('signed out') });
});

test('the stream is neither kept nor packed on its way', async () => {
  const { response, events } = await listen(await makeOrganisation());
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
  await events.cancel();
});

test('a member hears of what people and runs do in their organisation, and of no other', async () => {
  const [mine, other] = [await makeOrganisation(), await makeOrganisation()];
  const [{ events: heard }, { events: heardThere }] = [await listen(mine), await listen(other)];
  const company = await makeCompany(mine.ctx, { integration: 'SANDBOX' });
  await makeConnection(mine.ctx, company);
  const elsewhere = await makeCompany(other.ctx);

  await renameCompany(other.ctx, { ...elsewhere, name: 'Renamed elsewhere' });
  const there = await collect(heardThere, ({ topic }) => topic === 'company');
  expect(idsOf(there)).toEqual([elsewhere.companyId]);

  await startSync(mine.ctx, company);
  const here = await collect(heard, ({ topic }) => topic === 'runs');
  expect(idsOf(here)).toEqual([company.companyId]);
  await Promise.all([heard.cancel(), heardThere.cancel()]);
});

const route = { params: Promise.resolve({}) };
type Events = ReturnType<typeof readEvents>;

/** All moves up to the first that fits, without the greeting. */
async function collect(events: Events, fits: (move: Move) => boolean): Promise<Move[]> {
  const all: Move[] = [];
  while (!all.some(fits)) {
    const moves = await events.until('moves');
    if (moves.length < anyMoves.length) all.push(...moves);
  }
  return all;
}

const idsOf = (moves: Move[]) => [...new Set(moves.flatMap(({ companyIds }) => companyIds ?? []))];
