import type { ContactFields } from '../../../domain/writes/write-fields.ts';
import type { WriteRequest } from '../../types.ts';
import { isActive } from '../mapping/values.ts';
import { addressChanges } from './address-changes.ts';
import { placeAddresses } from './address-places.ts';
import { childOperations, noChanges, touched } from './child-changes.ts';
import { type HeldParty, readParty } from './held-party.ts';
import { identifierChanges } from './identifier-changes.ts';
import { mechanismChanges } from './mechanism-changes.ts';
import { refused } from './refusal.ts';
import type { WriteCalls } from './write-calls.ts';

/** A party as it should be written. */
export interface PreparedContact {
  /** What Tryton's `create` or `write` takes; without names where nothing has to change. */
  values: Record<string, unknown>;
  /** The stamps of all existing rows that it changes: the write fails when somebody else wrote one of them since. */
  stamps: Record<string, string | null>;
}

const newParty: Pick<HeldParty, 'identifiers.' | 'contact_mechanisms.' | 'addresses.' | 'tax_identifier'> = {
  'identifiers.': [],
  'contact_mechanisms.': [],
  'addresses.': [],
  tax_identifier: null,
};

/** Reads the party that is to be written. Throws record-refused when there is none. */
export async function readPartyOf(calls: WriteCalls, { platformId }: WriteRequest<'CONTACT'>): Promise<HeldParty> {
  const party = platformId === null ? null : await readParty(calls, platformId);
  if (!party) throw refused('platform_id', `Tryton has no contact with the id ${platformId}.`);
  return party;
}

/**
 * What has to be written so that a contact is as wanted: all of it for a new one (`held` null), else the difference.
 * Throws record-refused, naming the field, for what Tryton has no place for.
 */
export async function prepareContact(
  calls: WriteCalls,
  held: HeldParty | null,
  fields: ContactFields,
): Promise<PreparedContact> {
  const rows = held ?? newParty;
  const wanted = fields.addresses && (await placeAddresses(calls, fields.addresses));
  const addresses = wanted ? addressChanges(rows['addresses.'], wanted) : noChanges();
  const mechanisms = mechanismChanges(rows['contact_mechanisms.'], fields);
  const identifiers = await identifierChanges(calls, rows, fields, countriesOf(rows, fields));
  const values = {
    ...ownValues(held, fields),
    addresses: childOperations(addresses),
    contact_mechanisms: childOperations(mechanisms),
    identifiers: childOperations(identifiers),
  };
  return {
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    stamps: {
      ...(held ? { [`party.party,${held.id}`]: held._timestamp } : {}),
      ...stampsOf('party.address', rows['addresses.'], touched(addresses)),
      ...stampsOf('party.contact_mechanism', rows['contact_mechanisms.'], touched(mechanisms)),
      ...stampsOf('party.identifier', rows['identifiers.'], touched(identifiers)),
    },
  };
}

function ownValues(held: HeldParty | null, { name, status }: ContactFields): { name?: string; active?: boolean } {
  if (status !== undefined && status !== 'active' && status !== 'inactive') {
    throw refused('status', `Tryton knows contacts that are active or inactive, none that are ${status}.`);
  }
  if (status !== undefined && held && held.replaced_by !== null) {
    throw refused(
      'status',
      `In Tryton this contact is replaced by the contact ${held.replaced_by} and stays archived.`,
    );
  }
  const active = status === undefined ? undefined : status === 'active';
  return {
    ...(name !== undefined && name !== held?.name ? { name } : {}),
    ...(active !== undefined && active !== (held?.active ?? true) ? { active } : {}),
  };
}

/** By whose rules a tax number may be made: the countries of the addresses that the contact is to have. */
function countriesOf(rows: Pick<HeldParty, 'addresses.'>, { addresses }: ContactFields): string[] {
  const codes = addresses
    ? addresses.map(({ country }) => country)
    : rows['addresses.'].filter(isActive).map((address) => address['country.']?.code);
  return [...new Set(codes.flatMap((code) => code?.toUpperCase() ?? []))];
}

const stampsOf = (
  model: string,
  rows: readonly { id: number; _timestamp: string | null }[],
  ids: readonly number[],
): Record<string, string | null> =>
  Object.fromEntries(rows.filter(({ id }) => ids.includes(id)).map((row) => [`${model},${row.id}`, row._timestamp]));
