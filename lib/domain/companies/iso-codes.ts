import { iso31661, iso31662 } from 'iso-3166';

/** Codes of ISO 4217, in upper case. */
export const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const countries = new Set(iso31661.map(({ alpha2 }) => alpha2));
const countryOfSubdivision = new Map(iso31662.map(({ code, parent }) => [code, parent]));

/** Whether a code is a currency's of ISO 4217, in upper case. */
export const isCurrency = (code: string): boolean => currencies.has(code);

/** Whether a code is a country's of ISO 3166-1 alpha-2, in upper case. */
export const isCountry = (code: string): boolean => countries.has(code);

/** Whether a code is a subdivision's of ISO 3166-2, such as DE-BW, of this country where one is named. */
export function isSubdivision(code: string, country: string | null): boolean {
  if (!countryOfSubdivision.has(code)) return false;
  return country === null || code.startsWith(`${country}-`);
}
