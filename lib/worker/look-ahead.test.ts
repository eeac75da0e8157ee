import { expect, test } from 'vitest';
import { lookAhead } from './look-ahead.ts';

async function* numbers(upTo: number, read: number[] = [], failAt?: number): AsyncGenerator<number> {
  for (let n = 1; n <= upTo; n++) {
    if (n === failAt) throw new Error('no more');
    read.push(n);
    yield n;
  }
}

test('items come in order, prepared, and then the end again and again', async () => {
  const ahead = lookAhead(numbers(3), 2, (n) => n * 10);
  const seen = [];
  for (let i = 0; i < 5; i++) seen.push(await ahead.next());
  expect(seen).toEqual([
    { kind: 'item', item: 10 },
    { kind: 'item', item: 20 },
    { kind: 'item', item: 30 },
    { kind: 'end' },
    { kind: 'end' },
  ]);
});

test('it reads as many ahead as it was told, and no more', async () => {
  const read: number[] = [];
  const ahead = lookAhead(numbers(10, read), 2, (n) => n);
  await ahead.next();
  await new Promise(setImmediate);
  expect(read).toEqual([1, 2, 3]);
});

test('a failure comes after the items before it, and nothing after it', async () => {
  const ahead = lookAhead(numbers(5, [], 3), 4, (n) => n);
  expect(await ahead.next()).toEqual({ kind: 'item', item: 1 });
  expect(await ahead.next()).toEqual({ kind: 'item', item: 2 });
  expect(await ahead.next()).toMatchObject({ kind: 'failed', error: new Error('no more') });
  expect(await ahead.next()).toMatchObject({ kind: 'failed' });
});

test('closing lets the source go', async () => {
  let isReleased = false;
  async function* source() {
    try {
      yield 1;
      yield 2;
    } finally {
      isReleased = true;
    }
  }
  const ahead = lookAhead(source(), 0, (n) => n);
  await ahead.next();
  ahead.close();
  await new Promise(setImmediate);
  expect(isReleased).toBe(true);
});
