import { describe, expect, it } from 'vitest';
import { formatLocalDateTime, formatLocalRelative } from './local-date.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const minutes = (count: number) => now - count * 60_000;

describe('a moment in the reader’s language', () => {
  it('is written as the locale writes it, in the zone', () => {
    expect(formatLocalDateTime('2026-11-20T23:03:22Z', 'de', 'Europe/Berlin')).toBe('21.11.2026, 00:03');
    expect(formatLocalDateTime('2026-11-20T23:03:22Z', 'fr', 'UTC')).toMatch(/^20 nov\. 2026.*23:03$/);
    expect(formatLocalDateTime('soon', 'de', 'UTC')).toBe('—');
  });

  it.each([
    [minutes(0.5), 'de', 'jetzt'],
    [minutes(5.9), 'de', 'vor 5 Minuten'],
    [minutes(60 * 23), 'fr', 'il y a 23 heures'],
    [minutes(60 * 24 * 3), 'es', 'hace 3 días'],
    [minutes(-59.4), 'pt', 'em 59 minutos'],
    [minutes(60 * 30), 'hi', '1 दिन पहले'],
    [minutes(60 * 24 * 40), 'de', '12.10.2026'],
  ])('%d is spelled in %s as %s', (value, locale, text) => {
    expect(formatLocalRelative(value, now, locale, 'UTC')).toBe(text);
  });
});
