import type { CallWindow } from '../../connectors/types.ts';

/**
 * The bucket that keeps calls within a window, wherever the window begins: what it holds at once and what fills up
 * during the window are together no more than the window's calls. A tenth may come in a burst.
 */
export function bucketOf({ calls, seconds }: CallWindow): { capacity: number; refillPerSecond: number } {
  const capacity = Math.max(1, Math.floor(calls / 10));
  return { capacity, refillPerSecond: (calls - capacity) / seconds };
}
