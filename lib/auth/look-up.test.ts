import { expect, test } from 'vitest';
import { lookUpTogether } from './look-up.ts';

interface Row {
  hash: string;
  state: number;
}

/** Rows whose state counts up with each look-up, and what was looked up. */
function counted() {
  const lookUps: string[][] = [];
  const find = lookUpTogether<Row>(async (hashes) => {
    lookUps.push(hashes);
    return hashes.filter((hash) => hash !== 'unknown').map((hash) => ({ hash, state: lookUps.length }));
  });
  return { find, lookUps };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('those who ask in one turn are looked up in one go, each once', async () => {
  const { find, lookUps } = counted();
  const found = await Promise.all(['a', 'b', 'a', 'unknown'].map(find));
  expect(found.map((row) => row?.hash)).toEqual(['a', 'b', 'a', undefined]);
  expect(lookUps).toEqual([['a', 'b', 'unknown']]);
});

test('who asks once a look-up has begun gets one of their own: no answer is older than its question', async () => {
  const { find, lookUps } = counted();
  const first = find('a');
  await nextTurn();
  expect(lookUps).toHaveLength(1);
  expect((await find('a'))?.state).toBe(2);
  expect((await first)?.state).toBe(1);
});

test('a look-up that fails fails for those who asked, and not for the next', async () => {
  let isAway = true;
  const find = lookUpTogether<Row>(async ([hash = '']) => {
    if (isAway) throw new Error('away');
    return [{ hash, state: 1 }];
  });
  const outcomes = await Promise.allSettled([find('a'), find('b')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isAway = false;
  expect(await find('a')).toEqual({ hash: 'a', state: 1 });
});
