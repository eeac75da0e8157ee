import type { ContactFields } from '../../../domain/writes/write-fields.ts';
import { type ChildChanges, noChanges } from './child-changes.ts';
import type { HeldMechanism } from './held-party.ts';
import { refused } from './refusal.ts';

/** The fields of a contact that Tryton keeps as contact mechanisms, in the order in which one gets a person's name. */
const kinds = [
  ['email', 'email'],
  ['telephone', 'phone'],
  ['mobile', 'mobile'],
  ['fax', 'fax'],
  ['website', 'website'],
] as const;

/** A mechanism as it will be. */
interface Planned {
  held: HeldMechanism | null;
  type: string;
  name: string | null;
  values: { type?: string; value?: string; active?: boolean; name?: string | null };
}

/**
 * What has to change so that these fields say what is wanted. A field that is given changes the first of its kind, or
 * nothing where one of the kind says it already; null deactivates all of the kind. The name of the person to speak to
 * is kept on a mechanism, as Tryton's forms have it. Throws record-refused for a name without one.
 */
export function mechanismChanges(held: readonly HeldMechanism[], fields: ContactFields): ChildChanges {
  const planned = kinds.flatMap(([field, type]) => planKind(held, type, fields[field]));
  if (fields.contact_name !== undefined) giveName(planned, fields.contact_name || null);
  const changes = noChanges();
  for (const { held: row, type, values } of planned) {
    if (!row) changes.create.push({ type, ...values });
    else if (Object.keys(values).length > 0) changes.write.push({ id: row.id, values });
  }
  return changes;
}

function planKind(held: readonly HeldMechanism[], type: string, wanted: string | null | undefined): Planned[] {
  const ofKind = held.filter((row) => row.type === type);
  const planned = ofKind.map((row): Planned => ({ held: row, type, name: row.name, values: {} }));
  if (wanted === undefined) return planned;
  const active = planned.filter((one) => one.held?.active);
  if (!wanted) {
    for (const one of active) one.values.active = false;
    return planned;
  }
  if (active.some((one) => says(one.held, wanted))) return planned;
  const [first] = active;
  const former = planned.find((one) => says(one.held, wanted));
  if (first) first.values.value = wanted;
  else if (former) former.values.active = true;
  else planned.push({ held: null, type, name: null, values: { value: wanted } });
  return planned;
}

/** Tryton writes numbers in its own way where it knows the country. */
const says = (row: HeldMechanism | null, wanted: string) =>
  row !== null &&
  (row.value === wanted || (phoneTypes.has(row.type) && row.value_compact === wanted.replace(/[\s().\-/]/g, '')));
const phoneTypes = new Set(['phone', 'mobile', 'fax']);

function giveName(planned: Planned[], name: string | null): void {
  const shown = planned.filter(({ held, values }) => values.active ?? held?.active ?? true);
  const target = shown.find((one) => one.name !== null) ?? shown[0];
  if (!target) {
    if (name === null) return;
    throw refused(
      'contact_name',
      'Tryton keeps a person’s name with an email address or a phone number: give one too.',
    );
  }
  if (target.name !== name) target.values.name = name;
}
