/** What the console's own words are written in; numbers follow the viewer. */
export const defaultLocale = 'en';

const maxTags = 10;

/**
 * The first language of an Accept-Language header that this runtime can format numbers for, as a BCP 47 tag.
 * Anything unreadable gives the default.
 */
export const pickLocale = (acceptLanguage: string | null | undefined): string =>
  rankedTags(acceptLanguage)[0] ?? defaultLocale;

/** The languages of an Accept-Language header that this runtime can format for, the most wanted first. */
export function rankedTags(acceptLanguage: string | null | undefined): string[] {
  return (acceptLanguage ?? '')
    .split(',', maxTags)
    .map(parseTag)
    .filter((tag) => tag.weight > 0 && isSupported(tag.name))
    .sort((a, b) => b.weight - a.weight)
    .map((tag) => tag.name);
}

function parseTag(part: string): { name: string; weight: number } {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality ? Number(quality.slice(2)) : 1;
  return { name, weight: Number.isFinite(weight) ? weight : 0 };
}

function isSupported(tag: string): boolean {
  if (!/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/.test(tag)) return false;
  try {
    return Intl.NumberFormat.supportedLocalesOf([tag]).length > 0;
  } catch {
    return false;
  }
}
