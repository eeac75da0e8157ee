import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SearchWait } from './search-wait.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function waitWith(answer: Promise<unknown> = Promise.resolve()) {
  const searches: string[] = [];
  const wait = new SearchWait();
  wait.onSearch = (search) => {
    searches.push(search);
    return answer;
  };
  return { wait, searches };
}

test('a search begins a moment after the last key', () => {
  const { wait, searches } = waitWith();
  wait.begin('a', 250);
  vi.advanceTimersByTime(200);
  wait.begin('ac', 250);
  vi.advanceTimersByTime(200);
  expect([wait.isWaiting, searches]).toEqual([true, []]);
  vi.advanceTimersByTime(50);
  expect([wait.isWaiting, searches]).toEqual([false, ['ac']]);
});

test('while the pointer is down it waits, and begins behind what the pointer does', () => {
  const { wait, searches } = waitWith();
  wait.begin('ac', 250);
  wait.hold();
  vi.advanceTimersByTime(5_000);
  wait.goOn();
  expect([wait.isWaiting, searches]).toEqual([true, []]);
  vi.advanceTimersByTime(0);
  expect(searches).toEqual(['ac']);
});

test('the pointer alone begins no search', () => {
  const { wait, searches } = waitWith();
  wait.hold();
  wait.goOn();
  vi.advanceTimersByTime(5_000);
  expect(searches).toEqual([]);
});

test('one that is ended begins at once and only once, and is over when it is in force', async () => {
  const inForce = Promise.withResolvers<void>();
  const { wait, searches } = waitWith(inForce.promise);
  wait.begin('ac', 250);
  const ended = vi.fn();
  const ending = wait.end().then(ended);
  expect([searches, ended.mock.calls.length]).toEqual([['ac'], 0]);
  inForce.resolve();
  await ending;
  expect(ended).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(5_000);
  expect(searches).toEqual(['ac']);
});

test('one that is called off never begins', () => {
  const { wait, searches } = waitWith();
  wait.begin('ac', 250);
  wait.callOff();
  vi.advanceTimersByTime(5_000);
  expect(searches).toEqual([]);
});
