import { expect, test } from 'vitest';
import { anyMoves, type Move } from '@/lib/events/topics.ts';
import { KeepLive } from './keep-live.ts';

const move: Move = { topic: 'runs', companyIds: [1] };
const state = (isListening: boolean, organisationId = 1) =>
  ({ event: 'state', data: { organisationId, isListening } }) as const;

function keep() {
  const page = { moves: [] as (readonly Move[])[], said: [] as string[], isHidden: false, isReachable: true };
  const live = new KeepLive(
    {
      organisationId: 1,
      onMoves: (moves) => page.moves.push(moves),
      onLive: (isLive) => page.said.push(isLive ? 'live' : 'not live'),
      onOtherOrganisation: () => page.said.push('other organisation'),
      onBye: () => page.said.push('bye'),
      isReachable: async () => page.isReachable,
      isHidden: () => page.isHidden,
    },
    0,
  );
  return { page, live };
}

test('with a stream a page hears what moves, and asks once a minute for what got lost', async () => {
  const { page, live } = keep();
  live.hear(state(true), 10);
  live.hear({ event: 'moves', data: [move] }, 20);
  for (let now = 1_000; now < 60_000; now += 1_000) {
    live.hear({ event: 'beat', data: {} }, now);
    await live.tick(now);
  }
  expect(page.moves).toEqual([[move]]);
  await live.tick(60_000);
  expect(page.moves).toEqual([[move], anyMoves]);
  expect(page.said).toEqual(['live']);
});

test.each([
  ['that ends', { event: 'lost', data: null } as const],
  ['whose server does not hear the database', state(false)],
])('without a stream, as with one %s, it asks every five seconds', async (_what, event) => {
  const { page, live } = keep();
  live.hear(state(true), 10);
  live.hear(event, 1_000);
  for (let now = 2_000; now <= 15_000; now += 1_000) await live.tick(now);
  expect(page.moves).toEqual([anyMoves, anyMoves, anyMoves]);
  expect(page.said).toEqual(['live', 'not live']);
});

test('a stream that was never opened, or is silent for too long, is none', async () => {
  const { page, live } = keep();
  await live.tick(5_000);
  expect(page.moves).toEqual([anyMoves]);
  live.hear(state(true), 6_000);
  for (let now = 7_000; now <= 57_000; now += 1_000) await live.tick(now);
  expect(page.said).toEqual(['live', 'not live']);
});

test('a server that is away is not asked for a page', async () => {
  const { page, live } = keep();
  page.isReachable = false;
  for (let now = 5_000; now <= 60_000; now += 5_000) await live.tick(now);
  expect(page.moves).toEqual([]);
  page.isReachable = true;
  await live.tick(65_000);
  expect(page.moves).toEqual([anyMoves]);
});

test('what moves while nobody sees the page is made up for at once when somebody does', async () => {
  const { page, live } = keep();
  live.hear(state(true), 10);
  page.isHidden = true;
  live.hear({ event: 'moves', data: [move] }, 20);
  live.hear({ event: 'moves', data: [{ topic: 'runs', companyIds: [2] }] }, 30);
  await live.tick(70_000);
  expect(page.moves).toEqual([]);
  page.isHidden = false;
  live.shown();
  live.shown();
  expect(page.moves).toEqual([[{ topic: 'runs', companyIds: [1, 2] }]]);
});

test('the page is told when its browser looks at another organisation, or its session is over', () => {
  const { page, live } = keep();
  live.hear(state(true, 2), 10);
  live.hear({ event: 'bye', data: {} }, 20);
  live.hear({ event: 'moves', data: [move] }, 30);
  expect(page.said).toEqual(['other organisation', 'bye']);
  expect(page.moves).toEqual([]);
});
