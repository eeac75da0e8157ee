/** Steps of an axis, times a power of ten. */
const niceSteps = [1, 2, 2.5, 5, 10];

/**
 * The numbers at an axis that begins at zero and holds `max`, lowest first: whole, round and at most three. The last is
 * the top of the picture.
 */
export function ticksUpTo(max: number): number[] {
  if (max <= 1) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(max / 2));
  const step = niceSteps.map((nice) => nice * power).find((one) => Number.isInteger(one) && 2 * one >= max);
  return step === undefined ? [0, max] : [0, step, 2 * step];
}

/** Room for this many labels under a picture; where it is narrow, for every other one. */
const mostLabels = 7;

/** Every how many places of an axis one is named. */
export const labelStep = (places: number): number => Math.max(1, Math.ceil(places / mostLabels));

/** The middle of a place on an axis of `count` places, as a share of its length in per cent. */
export const middleOf = (index: number, count: number): number => ((index + 0.5) / count) * 100;

/** Which of `count` places lies at that share of the axis, 0 to 1. */
export const placeAt = (share: number, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.floor(share * count)));
