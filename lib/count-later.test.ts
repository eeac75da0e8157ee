import { expect, test, vi } from 'vitest';
import { countLater } from './count-later.ts';

const asked = (query: string) => new URLSearchParams(query);

test('a page that holds all that match is not counted', () => {
  const count = vi.fn(() => Promise.resolve(3));
  expect(countLater(asked('q=acme'), { next: null }, count)).toBeUndefined();
  expect(count).not.toHaveBeenCalled();
});

test('what has another page before or behind it is counted', async () => {
  const count = () => Promise.resolve(51);
  expect(await countLater(asked('q=acme'), { next: 'c1' }, count)).toBe(51);
  expect(await countLater(asked('after=c1'), { next: null }, count)).toBe(51);
});

test('a count that fails leaves the page standing, without a number', async () => {
  const count = () => Promise.reject(new Error('canceling statement due to statement timeout'));
  expect(await countLater(asked(''), { next: 'c1' }, count)).toBeNull();
});
