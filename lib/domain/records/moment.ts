const shape = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** Whether a text is a full ISO 8601 moment with its zone, of a day that exists: such a one Postgres takes, too. */
export function isMoment(text: string): boolean {
  const parts = shape.exec(text);
  if (!parts || Number.isNaN(Date.parse(text))) return false;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  // Date.parse takes the 30th of February for the 1st of March.
  return year > 0 && new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date;
}

/** A moment as a caller may write it: in full, or a day, which begins at midnight UTC. Null when it is neither. */
export function parseMoment(text: string): Date | null {
  const full = day.test(text) ? `${text}T00:00:00Z` : text;
  return isMoment(full) ? new Date(full) : null;
}
