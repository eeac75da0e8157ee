import { expect, test } from 'vitest';
import { isCountry, isCurrency, isSubdivision } from './iso-codes.ts';

test('currencies are those of ISO 4217, in upper case', () => {
  for (const code of ['EUR', 'USD', 'CZK', 'JPY', 'BHD']) expect(isCurrency(code), code).toBe(true);
  for (const code of ['', 'eur', 'EURO', 'ABC', '978']) expect(isCurrency(code), code).toBe(false);
});

test('countries are those of ISO 3166-1 alpha-2', () => {
  for (const code of ['DE', 'GB', 'CZ', 'US']) expect(isCountry(code), code).toBe(true);
  for (const code of ['', 'de', 'UK', 'DEU', 'XX', 'Germany']) expect(isCountry(code), code).toBe(false);
});

test('subdivisions are those of ISO 3166-2, of the country that is named beside them', () => {
  expect(isSubdivision('DE-BW', null)).toBe(true);
  expect(isSubdivision('DE-BW', 'DE')).toBe(true);
  expect(isSubdivision('DE-BW', 'AT')).toBe(false);
  expect(isSubdivision('DE-XX', 'DE')).toBe(false);
  expect(isSubdivision('BW', 'DE')).toBe(false);
});
