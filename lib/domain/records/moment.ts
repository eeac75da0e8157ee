const shape = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** Whether a text is a full ISO 8601 moment with its zone, of a day that exists: such a one Postgres takes, too. */
export function isMoment(text: string): boolean {
  const parts = shape.exec(text);
  if (!parts) return false;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  // Date.parse takes the 30th of February for the 1st of March.
  if (new Date(Date.UTC(year, month - 1, date)).getUTCDate() !== date) return false;
  // An offset can lead out of the years that are written with four digits.
  const inUtc = new Date(text).getUTCFullYear();
  return year > 0 && inUtc >= 1 && inUtc <= 9999;
}

/**
 * A moment as a caller may write it: in full, or a day, which begins at midnight UTC. A blank before the offset is a plus
 * that stood in an address without being encoded. Null when it is neither.
 */
export function parseMoment(text: string): Date | null {
  const full = day.test(text) ? `${text}T00:00:00Z` : text.replace(/ (?=\d\d:\d\d$)/, '+');
  return isMoment(full) ? new Date(full) : null;
}
