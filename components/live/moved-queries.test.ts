import { QueryClient, type QueryMeta, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { movedBy } from '@/lib/events/moved-by.ts';
import { movedQueries } from './moved-queries.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A query that is shown, with answers that the test gives. */
function show(client: QueryClient, key: string, meta: QueryMeta | undefined) {
  const asked: PromiseWithResolvers<string>[] = [];
  const queryFn = () => {
    const answer = Promise.withResolvers<string>();
    asked.push(answer);
    return answer.promise;
  };
  const options = { queryKey: [key], queryFn, initialData: 'old', staleTime: Number.POSITIVE_INFINITY, meta };
  const observer = new QueryObserver(client, { ...options, initialDataUpdatedAt: 1 });
  return { asked, hide: observer.subscribe(() => {}), observer };
}

test('what is shown and marked is asked for again when it moves; nothing else is', () => {
  const client = new QueryClient();
  const { move, stop } = movedQueries(client);
  const [own, other, unmarked] = [
    show(client, 'own', movedBy(['runs'], 1)),
    show(client, 'other', movedBy(['runs'], 2)),
    show(client, 'unmarked', undefined),
  ];
  move([{ topic: 'runs', companyIds: [1] }]);
  move([{ topic: 'writes', companyIds: [2] }]);
  expect([own, other, unmarked].map(({ asked }) => asked.length)).toEqual([1, 0, 0]);
  stop();
});

test('a query that is being asked for is asked for once more afterwards, and not broken off', async () => {
  const client = new QueryClient();
  const { move, stop } = movedQueries(client);
  const { asked, observer } = show(client, 'own', movedBy(['runs'], 1));
  const moves = [{ topic: 'runs' as const, companyIds: [1] }];
  move(moves);
  move(moves);
  move(moves);
  expect(asked).toHaveLength(1);
  asked[0]?.resolve('from before');
  await vi.waitFor(() => expect(asked).toHaveLength(2), 10_000);
  expect(observer.getCurrentResult().data).toBe('from before');
  asked[1]?.resolve('new');
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('new'), 10_000);
  expect(asked).toHaveLength(2);
  stop();
});

test('a query that is dear is asked for again no more often than it says, and then once for all that moved', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const client = new QueryClient();
  const { move, stop } = movedQueries(client);
  const { asked } = show(client, 'count', { ...movedBy(['runs']), apartMs: 15_000 });
  client.setQueryData(['count'], 'counted');
  for (let second = 0; second < 14; second++) {
    move([{ topic: 'runs', companyIds: [second] }]);
    vi.advanceTimersByTime(1_000);
  }
  expect(asked).toHaveLength(0);
  vi.advanceTimersByTime(1_500);
  expect(asked).toHaveLength(1);
  stop();
});
