/** Prints rows under a head, numbers to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((word, i) => Math.max(word.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  print([line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n'));
}

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** Seconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** A benchmark that measured something wrong is worth nothing. */
export function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Wrong answer: ${what}`);
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** A ratio beside the goal it should reach. */
export const againstGoal = (ratio: number, goal: number): string[] => [
  ratio.toFixed(2),
  `≥ ${goal}`,
  ratio >= goal ? 'yes' : 'no',
];
