import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { contactData } from '../../../db/schema/company-profiles.ts';
import type { ContactKind } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import type { CheckedChanges } from './profile-input.ts';
import type { ContactRow } from './profile-view.ts';

type Fields = Pick<
  ContactRow,
  'name' | 'value' | 'addressId' | 'billingAddress' | 'city' | 'state' | 'zipcode' | 'country'
>;
/** An entry as it is to stand; without an id it is new. */
type Entry = Fields & { id?: number };

const nothing: Fields = {
  name: null,
  value: null,
  addressId: null,
  billingAddress: null,
  city: null,
  state: null,
  zipcode: null,
  country: null,
};

const kindOf = { phones: 'phone', emails: 'email', websites: 'website', addresses: 'address' } as const;
const lists = ['phones', 'emails', 'websites', 'addresses'] as const;

/**
 * Stores what a change says of a company's contact data: a list that is given replaces that list, its entries keep the
 * numbers they are sent with; the primary entries change in place. The caller holds the company's row. Says what it was
 * and is, one line an entry, if that differs.
 */
export async function storeContact(
  tx: Tx,
  ctx: Context,
  companyId: number,
  changes: Pick<CheckedChanges, 'contact' | 'primaryContact'>,
): Promise<{ before: string[]; after: string[] } | null> {
  if (changes.contact === undefined && changes.primaryContact === undefined) return null;
  const rows = await tx
    .select()
    .from(contactData)
    .where(eq(contactData.companyId, companyId))
    .orderBy(asc(contactData.kind), asc(contactData.position));
  const before: string[] = [];
  const after: string[] = [];
  let changed = false;
  for (const list of lists) {
    const known = rows.filter((row) => row.kind === kindOf[list]);
    const wanted = withPrimary(list, replaced(list, known, changes), changes);
    before.push(...known.map((entry) => lineOf(list, entry)));
    after.push(...wanted.map((entry) => lineOf(list, entry)));
    changed = (await storeKind(tx, ctx, companyId, kindOf[list], known, wanted)) || changed;
  }
  return changed ? { before, after } : null;
}

/** An entry as the audit log tells it. */
const lineOf = (list: (typeof lists)[number], { name, value, billingAddress, zipcode, city, state, country }: Fields) =>
  [kindOf[list], name, value, billingAddress, zipcode, city, state, country].filter(Boolean).join(' · ');

function replaced(
  list: (typeof lists)[number],
  known: ContactRow[],
  { contact }: Pick<CheckedChanges, 'contact'>,
): Entry[] {
  if (contact === undefined) return known;
  const given = contact === null ? [] : contact[list];
  if (given === undefined) return known;
  const free = new Map(known.map((row) => [row.id, row]));
  return (given ?? []).map(({ id, ...entry }) => {
    const kept = id === undefined ? undefined : free.get(id);
    if (kept) free.delete(kept.id);
    const fields = { ...nothing, ...(kept ? { id: kept.id } : {}), ...defined(entry) };
    return list === 'addresses' ? { ...fields, addressId: kept?.addressId ?? randomUUID() } : fields;
  });
}

function withPrimary(
  list: (typeof lists)[number],
  entries: Entry[],
  { primaryContact }: Pick<CheckedChanges, 'primaryContact'>,
): Entry[] {
  const given = primaryContact?.[primaryOf[list]];
  if (given === undefined) return entries;
  const [first, ...rest] = entries;
  if (given === null) return rest;
  if (typeof given === 'string') return [{ ...nothing, ...first, value: given }, ...rest];
  const { countryCode, subdivisionCode, ...address } = given;
  const fields = { ...address, country: countryCode, state: subdivisionCode };
  return [{ ...nothing, ...first, ...nulled(fields), addressId: first?.addressId ?? randomUUID() }, ...rest];
}

const primaryOf = { phones: 'phone', emails: 'email', websites: 'website', addresses: 'address' } as const;

const defined = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const nulled = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> | null } =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? null])) as {
    [K in keyof T]: Exclude<T[K], undefined> | null;
  };

async function storeKind(
  tx: Tx,
  ctx: Context,
  companyId: number,
  kind: ContactKind,
  known: readonly ContactRow[],
  wanted: readonly Entry[],
): Promise<boolean> {
  const kept = new Set(wanted.flatMap(({ id }) => id ?? []));
  const gone = known.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) {
    await tx.delete(contactData).where(and(eq(contactData.companyId, companyId), inArray(contactData.id, gone)));
  }
  let changed = gone.length > 0;
  for (const [position, { id, ...entry }] of wanted.entries()) {
    const fields = { ...fieldsOf(entry), position };
    const before = known.find((row) => row.id === id);
    if (before && isSame(before, fields)) continue;
    changed = true;
    if (before) await tx.update(contactData).set(fields).where(eq(contactData.id, before.id));
    else await tx.insert(contactData).values({ ...fields, kind, companyId, organisationId: ctx.organisationId });
  }
  return changed;
}

const fieldsOf = (entry: Fields): Fields => ({
  name: entry.name,
  value: entry.value,
  addressId: entry.addressId,
  billingAddress: entry.billingAddress,
  city: entry.city,
  state: entry.state,
  zipcode: entry.zipcode,
  country: entry.country,
});

const isSame = (before: ContactRow, fields: Fields & { position: number }): boolean =>
  before.position === fields.position &&
  Object.entries(fieldsOf(fields)).every(([key, value]) => before[key as keyof Fields] === value);
