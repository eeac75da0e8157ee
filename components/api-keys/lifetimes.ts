const dayMs = 86_400_000;

/** What the form offers for how long a key works; `''` is until it is revoked. */
export const lifetimes = [
  { days: '', label: 'Until it is revoked' },
  { days: '30', label: '30 days' },
  { days: '90', label: '90 days' },
  { days: '365', label: 'A year' },
] as const;

/** The end of a key made now, as ISO 8601; null without one. */
export const endAfter = (days: string, now: number): string | null =>
  days === '' ? null : new Date(now + Number(days) * dayMs).toISOString();
