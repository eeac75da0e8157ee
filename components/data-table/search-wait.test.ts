import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SearchWait } from './search-wait.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function waiting() {
  const searches: string[] = [];
  const wait = new SearchWait();
  wait.onSearch = (search) => searches.push(search);
  return { wait, searches };
}

test('a search begins a moment after the last key', () => {
  const { wait, searches } = waiting();
  wait.begin('a', 250);
  vi.advanceTimersByTime(200);
  wait.begin('ac', 250);
  vi.advanceTimersByTime(200);
  expect([wait.isWaiting, searches]).toEqual([true, []]);
  vi.advanceTimersByTime(50);
  expect([wait.isWaiting, searches]).toEqual([false, ['ac']]);
});

test('while the pointer is down it waits, and begins behind what the pointer does', () => {
  const { wait, searches } = waiting();
  wait.begin('ac', 250);
  wait.hold();
  vi.advanceTimersByTime(5_000);
  wait.goOn();
  expect([wait.isWaiting, searches]).toEqual([true, []]);
  vi.advanceTimersByTime(0);
  expect(searches).toEqual(['ac']);
});

test('the pointer alone begins no search', () => {
  const { wait, searches } = waiting();
  wait.hold();
  wait.goOn();
  vi.advanceTimersByTime(5_000);
  expect(searches).toEqual([]);
});

test('one that is ended begins at once, and only once', () => {
  const { wait, searches } = waiting();
  wait.begin('ac', 250);
  wait.end();
  expect(searches).toEqual(['ac']);
  vi.advanceTimersByTime(5_000);
  wait.end();
  expect(searches).toEqual(['ac']);
});

test('one that is called off never begins', () => {
  const { wait, searches } = waiting();
  wait.begin('ac', 250);
  wait.callOff();
  vi.advanceTimersByTime(5_000);
  expect(searches).toEqual([]);
});
