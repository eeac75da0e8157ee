import { beforeEach, expect, test, vi } from 'vitest';
import { refreshNoMore, refreshSoon, touched } from './refresh-soon.ts';

const refresh = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ now: Date.now() + 3_600_000 });
  refresh.mockClear();
  refreshNoMore();
});

test('parts that ask in the same moment are refreshed once, and again after the time between two', () => {
  for (let part = 0; part < 3; part += 1) refreshSoon(refresh, 2_000);
  vi.advanceTimersByTime(0);
  expect(refresh).toHaveBeenCalledTimes(1);
  for (let part = 0; part < 3; part += 1) refreshSoon(refresh, 2_000);
  vi.advanceTimersByTime(1_999);
  expect(refresh).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(refresh).toHaveBeenCalledTimes(2);
});

test('of two that wait the more urgent decides', () => {
  refreshSoon(refresh, 0);
  vi.advanceTimersByTime(0);
  refreshSoon(refresh, 15_000);
  refreshSoon(refresh, 2_000);
  vi.advanceTimersByTime(2_000);
  expect(refresh).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60_000);
  expect(refresh).toHaveBeenCalledTimes(2);
});

test('nothing is refreshed until somebody has done nothing for a second, and for ten seconds at the most', () => {
  touched();
  refreshSoon(refresh, 0);
  vi.advanceTimersByTime(900);
  touched();
  vi.advanceTimersByTime(999);
  expect(refresh).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(refresh).toHaveBeenCalledTimes(1);

  refreshSoon(refresh, 0);
  for (let ms = 0; ms < 9_900; ms += 300) {
    touched();
    vi.advanceTimersByTime(300);
  }
  expect(refresh).toHaveBeenCalledTimes(1);
  touched();
  vi.advanceTimersByTime(300);
  expect(refresh).toHaveBeenCalledTimes(2);
});
