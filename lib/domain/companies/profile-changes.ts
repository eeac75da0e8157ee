import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import type { companies } from '../../../db/schema/companies.ts';
import type { companyProfiles } from '../../../db/schema/company-profiles.ts';
import { customFields } from '../../../db/schema/reference-data.ts';
import type { Context } from '../../context.ts';
import { type Issue, invalid } from '../../errors.ts';
import { changedValues } from '../custom-fields/values.ts';
import { checkDomain } from './company-domain.ts';
import { intervalForDays, wholeDays } from './due-interval.ts';
import { isSubdivision } from './iso-codes.ts';
import { findMother } from './mother-company.ts';
import { nameKey } from './name-key.ts';
import type { CheckedChanges } from './profile-input.ts';
import { type CompanyRow, emptyProfile, type ProfileRow } from './profile-view.ts';
import { referenceIssues } from './references.ts';
import { normalTags, tagKeys } from './tags.ts';
import { isTaken } from './taken.ts';

export type CompanyColumns = Partial<typeof companies.$inferInsert>;
export type ProfileColumns = Partial<typeof companyProfiles.$inferInsert>;

/** Columns of the two rows that a change gives other values. */
export interface ChangedColumns {
  company: CompanyColumns;
  profile: ProfileColumns;
}

/** The company as it stands, or what is known of one that is being made. */
export interface Before {
  companyId: number | null;
  chainId: string;
  company: CompanyRow | null;
  profile: ProfileRow | null;
}

const companyFields = [
  'billingName',
  'vat',
  'defaultCurrency',
  'externalId',
  'defaultSubsidiaryId',
  'defaultTaxRateId',
] as const;

const profileFields = [
  'avatarUrl',
  'description',
  'buyerReference',
  'leitwegId',
  'peppolId',
  'defaultDocumentTypeId',
  'invoiceEmailRecipients',
  'settings',
  'projectlessBudgets',
  'externalSync',
  'identifier',
  'additionalTaxIdentifier',
  'accountingCode',
  'billingCode',
  'iata',
  'contactPerson',
  'contactInformation',
  'notes',
  'department',
  'dunsNumber',
  'creditRating',
  'referenceIdentifier',
  'invoiceable',
  'addFeesToInvoices',
  'addTaxDeductedPaymentToInvoices',
] as const;

/**
 * What a change makes of a company's columns: those that come out other than they are. Checks what other rows decide and
 * throws invalid with every problem, by the field's name. The caller holds the company's row.
 */
export async function changedColumns(
  tx: Tx,
  ctx: Context,
  changes: CheckedChanges,
  before: Before,
): Promise<ChangedColumns> {
  const issues: Issue[] = addressIssues(changes);
  const company: CompanyColumns = {
    ...(changes.name === undefined ? {} : { name: changes.name, nameKey: nameKey(changes.name) }),
    ...picked(companyFields, changes),
    ...(changes.tagList === undefined ? {} : tagColumns(changes.tagList ?? [])),
    ...(await codeColumn(tx, ctx, changes, before, issues)),
    ...(await domainColumn(tx, ctx, changes, before, issues)),
  };
  const profile: ProfileColumns = withDefaults(picked(profileFields, changes));
  applyDue(changes, before, company, profile);
  issues.push(...(await referenceIssues(tx, ctx, changes)));
  Object.assign(profile, await customFieldColumn(tx, ctx, changes, before, issues));
  Object.assign(company, await motherColumn(tx, ctx, changes, before, issues));
  if (issues.length > 0) throw invalid(issues);
  return {
    company: differing(company, before.company ?? {}),
    profile: differing(profile, before.profile ?? emptyProfile),
  };
}

function picked<K extends keyof CheckedChanges>(keys: readonly K[], changes: CheckedChanges): Pick<CheckedChanges, K> {
  const given = keys.filter((key) => changes[key] !== undefined).map((key) => [key, changes[key]]);
  return Object.fromEntries(given) as Pick<CheckedChanges, K>;
}

/** Null clears a column: to null where it may be, else to what a new company has. */
function withDefaults(columns: Partial<CheckedChanges>): ProfileColumns {
  return Object.fromEntries(
    Object.entries(columns).map(([key, value]) => [key, value ?? emptyProfile[key as keyof typeof emptyProfile]]),
  );
}

function differing<T extends object>(columns: T, before: object): T {
  const known = new Map(Object.entries(before));
  const changed = Object.entries(columns).filter(([key, value]) => !isEqual(value, known.get(key) ?? null));
  return Object.fromEntries(changed) as T;
}

/** Objects of a jsonb column come back with their keys in another order. */
const isEqual = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

function tagColumns(given: readonly string[]): CompanyColumns {
  const tagList = normalTags(given);
  return { tagList, tagKeys: tagKeys(tagList) };
}

async function codeColumn(
  tx: Tx,
  ctx: Context,
  { companyCode: given }: CheckedChanges,
  before: Before,
  issues: Issue[],
): Promise<CompanyColumns> {
  const companyCode = given?.trim();
  if (given === undefined || (!companyCode && before.companyId === null)) return {};
  if (!companyCode) {
    issues.push({ path: 'companyCode', message: "can't be blank" });
  } else if (companyCode !== before.company?.companyCode) {
    const wanted = { column: 'companyCode' as const, value: companyCode, ...except(before) };
    if (await isTaken(tx, ctx.organisationId, wanted)) {
      issues.push({ path: 'companyCode', message: 'has already been taken' });
    }
  }
  return { companyCode };
}

async function domainColumn(
  tx: Tx,
  ctx: Context,
  { domain: given }: CheckedChanges,
  before: Before,
  issues: Issue[],
): Promise<CompanyColumns> {
  if (given === undefined) return {};
  if (given === null) return { domain: null };
  const checked = checkDomain(given);
  if ('problem' in checked) {
    issues.push({ path: 'domain', message: checked.problem });
    return {};
  }
  const { domain } = checked;
  const isOwn = domain === before.company?.domain;
  if (!isOwn && (await isTaken(tx, ctx.organisationId, { column: 'domain', value: domain, ...except(before) }))) {
    issues.push({ path: 'domain', message: 'domain already taken' });
  }
  return { domain };
}

const except = ({ companyId }: Before) => (companyId === null ? {} : { except: companyId });

/** The term's text and its whole days move together; a change of the days alone keeps what text it can. */
function applyDue(changes: CheckedChanges, before: Before, company: CompanyColumns, profile: ProfileColumns): void {
  if (changes.dueInterval === undefined && changes.dueDays === undefined) return;
  const dueInterval =
    changes.dueInterval === undefined
      ? intervalForDays(changes.dueDays ?? null, before.profile?.dueInterval ?? null)
      : changes.dueInterval;
  profile.dueInterval = dueInterval;
  company.dueDays = dueInterval === null ? null : wholeDays(dueInterval);
}

async function customFieldColumn(
  tx: Tx,
  ctx: Context,
  { customFields: given }: CheckedChanges,
  before: Before,
  issues: Issue[],
): Promise<ProfileColumns> {
  if (given === undefined) return {};
  if (given === null) return { customFields: null };
  // Held, so that a field is not deleted while it is given a value.
  const rules = await tx
    .select()
    .from(customFields)
    .where(and(eq(customFields.organisationId, ctx.organisationId), inArray(customFields.id, idsOf(given))))
    .for('key share');
  const changed = changedValues(rules, before.profile?.customFields ?? null, given);
  issues.push(...changed.issues);
  const isNothing = Object.keys(changed.values).length === 0;
  return { customFields: isNothing ? (before.profile?.customFields ? {} : null) : changed.values };
}

/** The keys that can be ids; others name no field. */
const idsOf = (given: Record<string, unknown>): number[] =>
  Object.keys(given).flatMap((key) => (/^[1-9]\d{0,14}$/.test(key) ? [Number(key)] : []));

async function motherColumn(
  tx: Tx,
  ctx: Context,
  { motherCompanyId: uuid }: CheckedChanges,
  before: Before,
  issues: Issue[],
): Promise<CompanyColumns> {
  if (uuid === undefined) return {};
  if (uuid === null) return { motherCompanyId: null };
  const mother = await findMother(tx, ctx, { uuid, chainId: before.chainId, companyId: before.companyId });
  if ('problem' in mother) {
    issues.push({ path: 'motherCompanyId', message: mother.problem });
    return {};
  }
  return { motherCompanyId: mother.id };
}

function addressIssues({ primaryContact }: CheckedChanges): Issue[] {
  const { subdivisionCode, countryCode } = primaryContact?.address ?? {};
  if (!subdivisionCode || isSubdivision(subdivisionCode, countryCode ?? null)) return [];
  const message = 'is not a subdivision code of ISO 3166-2, or not one of the country';
  return [{ path: 'primaryContact.address.subdivisionCode', message }];
}
