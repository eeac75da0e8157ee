// Postgres takes no NUL in text and no lone surrogates in JSON. Platforms send both now and then. They are replaced by
// U+FFFD, so that the record stays and the place where something was is still seen.
const replacement = '\uFFFD';
const escapedTrouble = /\\u(?:0000|d[89a-f])/i;

/** Text as Postgres takes it. */
export function cleanText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', replacement) : wellFormed;
}

/** JSON on one line as Postgres takes it. Throws on what is not JSON. */
export function cleanJson(json: string): string {
  const trouble = escapedTrouble.test(json) || json.includes('\n') || !json.isWellFormed();
  return trouble ? JSON.stringify(cleanValue(JSON.parse(json))) : json;
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), cleanValue(inner)]));
}
