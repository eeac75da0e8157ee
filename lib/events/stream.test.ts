import { afterAll, afterEach, expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { announce, startAnnouncing } from './announce.ts';
import { stopListening } from './hub.ts';
import { moveStream } from './stream.ts';
import { type EventReader, readEvents } from './testing/event-reader.ts';
import { anyMoves } from './topics.ts';

await createTestDatabase();
const stopAnnouncing = startAnnouncing({ apartMs: 0 });
const opened: EventReader[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.cancel()));
});
afterAll(async () => {
  await stopAnnouncing();
  await stopListening();
});

/** A stream that hears the database already. */
async function open(options: Partial<Parameters<typeof moveStream>[0]> = {}) {
  const controller = new AbortController();
  const stream = moveStream({
    organisationId: 1,
    mayGoOn: async () => true,
    signal: controller.signal,
    apartMs: 0,
    ...options,
  });
  const events = readEvents(stream);
  opened.push(events);
  for (;;) {
    const state = await events.until('state');
    if (state.isListening) return { events, leave: () => controller.abort() };
  }
}

/** The next moves that are not the greeting after the listener came up. */
async function nextMoves(events: EventReader) {
  for (;;) {
    const moves = await events.until('moves');
    if (moves.length < anyMoves.length) return moves;
  }
}

test('what is announced is heard, with its company and nothing else of it', async () => {
  const { events } = await open();
  announce({ organisationId: 1, topic: 'runs', companyId: 25 });
  expect(await nextMoves(events)).toEqual([{ topic: 'runs', companyIds: [25] }]);
});

test('an organisation hears nothing of what moves in another', async () => {
  const [{ events: mine }, { events: theirs }] = [await open(), await open({ organisationId: 2 })];
  announce({ organisationId: 2, topic: 'company', companyId: 7 });
  expect(await nextMoves(theirs)).toEqual([{ topic: 'company', companyIds: [7] }]);
  // Told after the other's, over the same connection: had that been heard here, it would have come first.
  announce({ organisationId: 1, topic: 'organisation' });
  expect(await nextMoves(mine)).toEqual([{ topic: 'organisation', companyIds: null }]);
});

test('what moves in quick succession is told at once and then together', async () => {
  const { events } = await open({ apartMs: 50 });
  const payloads = [1, 2, 3, 4, 5].map((companyId) => JSON.stringify({ o: 1, m: [['progress', [companyId]]] }));
  // Of one transaction, so that they come at one time.
  await sqlClient()`select pg_notify('ledgerline_moves', payload) from unnest(${payloads}::text[]) as payload`;
  const told: number[][] = [];
  while (!told.flat().includes(5)) told.push((await nextMoves(events)).flatMap(({ companyIds }) => companyIds ?? []));
  expect(told.flat()).toEqual([1, 2, 3, 4, 5]);
  expect(told.length).toBeLessThanOrEqual(2);
});

test('a listener that loses its connection says so, comes back, and has everything looked at again', async () => {
  const { events } = await open();
  await sqlClient()`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'ledgerline listener' and datname = current_database()`;
  expect(await events.until('state')).toEqual({ organisationId: 1, isListening: false });
  expect(await events.until('state')).toEqual({ organisationId: 1, isListening: true });
  expect(await events.until('moves')).toEqual(anyMoves);
  announce({ organisationId: 1, topic: 'writes', companyId: 3 });
  expect(await nextMoves(events)).toEqual([{ topic: 'writes', companyIds: [3] }]);
});

test('a process has one listener however many listen', async () => {
  for (const organisationId of [1, 1, 2, 3]) await open({ organisationId });
  const [row] = await sqlClient()<[{ count: number }]>`
    select count(*)::int from pg_stat_activity
    where application_name = 'ledgerline listener' and datname = current_database()`;
  expect(row.count).toBe(1);
});

test('a stream shows that it lives, and ends with a word once its listener may not know any more', async () => {
  let may = true;
  const { events } = await open({ beatMs: 20, mayGoOn: async () => may });
  await events.until('beat');
  may = false;
  await events.until('bye');
  expect(await events.next()).toBeNull();
});

test('a database that can not be asked whether a listener may go on ends no stream', async () => {
  const { events } = await open({ beatMs: 20, mayGoOn: () => Promise.reject(new Error('away')) });
  await events.until('beat');
  await events.until('beat');
});

test('a listener that leaves is forgotten', async () => {
  const { events, leave } = await open();
  leave();
  await expect(events.until('beat')).rejects.toThrow('ended');
});
