import { z } from 'zod';
import type { ContactFields } from '../../../domain/writes/write-fields.ts';
import { nothing } from './answers.ts';
import { type ChildChanges, noChanges } from './child-changes.ts';
import type { HeldParty } from './held-party.ts';
import { refused } from './refusal.ts';
import { taxTypesFor } from './tax-types.ts';
import { isRefusal, type WriteCalls } from './write-calls.ts';

type HeldIdentifiers = Pick<HeldParty, 'identifiers.' | 'tax_identifier'>;

/** What can be chosen: value and label. */
const choicesAnswer = z.array(z.tuple([z.string().nullable(), z.string()]));

/**
 * What has to change so that the identifiers say the tax number and the registration number. Tryton checks a tax number
 * against the rules of its kind, so the kind is found by asking it. Throws record-refused when no kind fits.
 */
export async function identifierChanges(
  calls: WriteCalls,
  held: HeldIdentifiers,
  fields: ContactFields,
  countries: readonly string[],
): Promise<ChildChanges> {
  const changes = noChanges();
  const tax = held['identifiers.'].find(({ id }) => id === held.tax_identifier);
  const registration = held['identifiers.'].find(({ id }) => id !== held.tax_identifier);
  const set = (row: typeof tax, wanted: string | null | undefined, values: object) => {
    if (wanted === undefined || (wanted || null) === (row?.code ?? null)) return;
    if (!wanted) changes.remove.push(...(row ? [row.id] : []));
    else if (row) changes.write.push({ id: row.id, values });
    else changes.create.push(values);
  };
  const { tax_number: number } = fields;
  const isNew = number && number !== tax?.code;
  set(tax, number, isNew ? { type: await taxType(calls, number, countries, tax?.type ?? null), code: number } : {});
  set(registration, fields.registration_number, { code: fields.registration_number });
  return changes;
}

async function taxType(
  calls: WriteCalls,
  code: string,
  countries: readonly string[],
  held: string | null,
): Promise<string> {
  const choices = await calls.ask({ method: 'party.identifier.get_types', args: [], answer: choicesAnswer });
  const known = new Set(choices.map(([value]) => value));
  for (const type of taxTypesFor(code, countries, held).filter((one) => known.has(one))) {
    if (await isValid(calls, type, code)) return type;
  }
  throw refused('tax_number', `Tryton does not take ${code} for a tax number${ofCountries(countries)}.`);
}

const ofCountries = (countries: readonly string[]) =>
  countries.length > 0 ? ` of ${new Intl.ListFormat('en', { type: 'disjunction' }).format(countries)}` : '';

/** Tryton's own check, which writes nothing. */
async function isValid({ ask }: WriteCalls, type: string, code: string): Promise<boolean> {
  try {
    await ask({ method: 'party.identifier.pre_validate', args: [{ type, code }], answer: nothing });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
