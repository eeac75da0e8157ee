/** A moment as the wire shows it: ISO 8601, UTC, milliseconds; null stays null. */
export const moment = (date: Date | null): string | null => date?.toISOString() ?? null;
