import { z } from 'zod';
import type { AddressFields } from '../../../domain/writes/write-fields.ts';
import { fieldsAnswer } from '../api-types.ts';
import { id, text } from '../rows/values.ts';
import { refused } from './refusal.ts';
import type { WriteCalls } from './write-calls.ts';

/** An address that is wanted: as it will be read, and as it is written. */
export interface WantedAddress {
  /** What a pull will say of it, in an order of its own. */
  reads: readonly (string | null)[];
  values: object;
}

const placesAnswer = z.array(z.object({ id, code: text, name: text }));

/** Finds the countries and states of addresses. Throws record-refused with the path of what Tryton has no place for. */
export async function placeAddresses(calls: WriteCalls, addresses: readonly AddressFields[]): Promise<WantedAddress[]> {
  const placed: WantedAddress[] = [];
  for (const [index, address] of addresses.entries()) placed.push(await placeAddress(calls, address, index));
  return placed;
}

async function placeAddress(calls: WriteCalls, address: AddressFields, index: number): Promise<WantedAddress> {
  const path = (field: string) => `addresses.${index}.${field}`;
  if (address.locality) {
    throw refused(path('locality'), 'Tryton has no place for a locality: make it a line of the street.');
  }
  if (address.type === 'SHIPPING' && !(await hasDelivery(calls))) {
    throw refused(path('type'), 'This Tryton does not tell where goods go: it is without stock.');
  }
  const country = address.country ? await findCountry(calls, address.country, path('country')) : null;
  if (address.state && !country) throw refused(path('state'), 'Tryton wants to know the country of a state.');
  const state = address.state && country ? await findState(calls, address.state, country, path('state')) : null;
  const { type = null, street, city, pincode } = address;
  return {
    reads: [type, street || null, city || null, state?.name ?? null, country?.code ?? null, pincode || null],
    values: {
      street: street || null,
      city: city || null,
      postal_code: pincode || null,
      country: country?.id ?? null,
      subdivision: state?.id ?? null,
      invoice: type === 'BILLING',
      ...(type === 'SHIPPING' ? { delivery: true } : {}),
    },
  };
}

async function findCountry({ ask }: WriteCalls, code: string, field: string) {
  const [country] = await ask({
    method: 'country.country.search_read',
    args: [[['code', '=', code.toUpperCase()]], 0, 1, null, ['code', 'name']],
    answer: placesAnswer,
  });
  if (!country) throw refused(field, `Tryton has no country ${code}: give its code of two letters, as in ISO 3166.`);
  return country;
}

async function findState(
  { ask }: WriteCalls,
  state: string,
  country: { id: number; code: string | null },
  field: string,
) {
  const codes = [state, `${country.code}-${state}`].map((text) => text.toUpperCase());
  const [found] = await ask({
    method: 'country.subdivision.search_read',
    args: [
      [
        ['country', '=', country.id],
        ['OR', ['name', '=', state], ['code', 'in', codes]],
      ],
      0,
      1,
      [['id', 'ASC']],
      ['code', 'name'],
    ],
    answer: placesAnswer,
  });
  if (!found) throw refused(field, `Tryton has no state ${state} in ${country.code}.`);
  return found;
}

async function hasDelivery({ ask }: WriteCalls): Promise<boolean> {
  const fields = await ask({ method: 'party.address.fields_get', args: [['delivery']], answer: fieldsAnswer });
  return 'delivery' in fields;
}
