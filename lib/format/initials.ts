/** One or two capitals that stand for a name: `Acme Trading GmbH` → `AT`, `Xero` → `X`. Empty names give `?`. */
export function initials(name: string, max: 1 | 2 = 2): string {
  const words = name.split(/[\s\-_./@]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.slice(0, max).map((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? '');
  return letters.join('').toLocaleUpperCase('en') || '?';
}
