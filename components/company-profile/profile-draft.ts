import type { CreditRating } from '@/db/schema/enums.ts';
import { wholeDays } from '@/lib/domain/companies/due-interval.ts';
import type { ProfileChanges } from '@/lib/domain/companies/profile-input.ts';
import type { AddressEntry, CompanyProfile, ContactEntry } from '@/lib/domain/companies/profile-view.ts';
import type { CustomFieldView } from '@/lib/domain/custom-fields/schema.ts';

/** Texts that may be empty. */
const textFields = [
  'companyCode',
  'domain',
  'avatarUrl',
  'description',
  'identifier',
  'vat',
  'additionalTaxIdentifier',
  'billingName',
  'defaultCurrency',
  'dueInterval',
  'contactPerson',
  'department',
  'contactInformation',
  'notes',
  'externalId',
  'referenceIdentifier',
  'buyerReference',
  'leitwegId',
  'peppolId',
  'accountingCode',
  'billingCode',
  'iata',
  'dunsNumber',
] as const;
export type TextFieldName = 'name' | (typeof textFields)[number];

const flagFields = [
  'invoiceable',
  'addFeesToInvoices',
  'addTaxDeductedPaymentToInvoices',
  'projectlessBudgets',
  'externalSync',
] as const;
export type FlagFieldName = (typeof flagFields)[number];

const referenceFields = ['defaultSubsidiaryId', 'defaultTaxRateId', 'defaultDocumentTypeId'] as const;
export type ReferenceFieldName = (typeof referenceFields)[number];

const jsonFields = ['invoiceEmailRecipients', 'settings'] as const;
export type JsonFieldName = (typeof jsonFields)[number];

export const contactLists = ['phones', 'emails', 'websites', 'addresses'] as const;
export type ContactList = (typeof contactLists)[number];
export type EntryList = Exclude<ContactList, 'addresses'>;

/** A phone, e-mail or website as it is typed. `key` tells entries of a list apart; a new one has no id. */
export interface EntryDraft {
  key: string;
  id?: number;
  name: string;
  value: string;
}

export type AddressDraft = Omit<EntryDraft, 'value'> &
  Record<'billingAddress' | 'city' | 'state' | 'zipcode' | 'country', string>;

/** A custom field's value as it is typed: text, or the chosen options' ids. */
export type CustomDraft = string | string[];

/** A profile as it is typed: an empty text is nothing, ids and JSON are text. */
export type ProfileDraft = Record<TextFieldName | ReferenceFieldName | JsonFieldName, string> &
  Record<FlagFieldName, boolean> &
  Record<EntryList, EntryDraft[]> & {
    addresses: AddressDraft[];
    /** Whole days, as a text. */
    dueDays: string;
    creditRating: CreditRating;
    tagList: string[];
    mother: { uuid: string; name: string } | null;
    /** Ids of members, in the order in which they are offered. */
    subscribers: string[];
    /** By the field's id. */
    customFields: Record<string, CustomDraft>;
  };

/** A custom field that can be filled in. */
export type CustomFieldForm = Pick<CustomFieldView, 'id' | 'name' | 'type' | 'options'>;

/** What is stored, as the forms show it; every one of `fields` has a value, if an empty one. */
export function profileDraft(
  profile: CompanyProfile,
  fields: readonly CustomFieldForm[],
  subscribers: string[],
): ProfileDraft {
  const { contact, motherCompanyId, motherCompanyName } = profile;
  return {
    name: profile.name,
    ...recordOf(textFields, (field) => profile[field] ?? ''),
    ...recordOf(flagFields, (field) => profile[field]),
    ...recordOf(referenceFields, (field) => String(profile[field] ?? '')),
    ...recordOf(jsonFields, (field) => jsonText(profile[field])),
    phones: contact.phones.map(entryDraft),
    emails: contact.emails.map(entryDraft),
    websites: contact.websites.map(entryDraft),
    addresses: contact.addresses.map(addressDraft),
    dueDays: String(profile.dueDays ?? ''),
    creditRating: profile.creditRating,
    tagList: profile.tagList,
    mother: motherCompanyId ? { uuid: motherCompanyId, name: motherCompanyName ?? motherCompanyId } : null,
    subscribers,
    customFields: Object.fromEntries(fields.map((field) => [field.id, customDraft(field, profile)])),
  };
}

function customDraft({ id, type }: CustomFieldForm, { customFields }: CompanyProfile): CustomDraft {
  const value = customFields?.[id] ?? null;
  if (type === 'MULTI_SELECT') return Array.isArray(value) ? value : [];
  return value === null ? '' : String(value);
}

/**
 * What to send of a form: the fields that differ from what it was opened with. `problems`: what can't be sent, by field.
 *
 * @param fields the custom fields, of which some hold numbers
 */
export function changesOf(
  before: ProfileDraft,
  after: ProfileDraft,
  fields: readonly CustomFieldForm[],
): { changes: ProfileChanges; problems: Record<string, string> } {
  const differs = (field: keyof ProfileDraft) => !isSame(before[field], after[field]);
  const json = jsonFields.filter(differs).map((field) => [field, parseJson(after[field])] as const);
  const changes: ProfileChanges = {
    ...(differs('name') && { name: after.name }),
    ...recordOf(textFields.filter(differs), (field) => after[field] || null),
    ...(sendsDays(before, after) && { dueDays: Number(after.dueDays), dueInterval: undefined }),
    ...recordOf(flagFields.filter(differs), (field) => after[field]),
    ...recordOf(referenceFields.filter(differs), (field) => (after[field] ? Number(after[field]) : null)),
    ...Object.fromEntries(json),
    ...(differs('creditRating') && { creditRating: after.creditRating }),
    ...(differs('tagList') && { tagList: after.tagList }),
    ...(differs('mother') && { motherCompanyId: after.mother?.uuid ?? null }),
    ...(differs('subscribers') && { subscribers: after.subscribers }),
    ...(differs('customFields') && { customFields: customChanges(before, after, fields) }),
    ...contactChanges(after, contactLists.filter(differs)),
  };
  const problems = json.flatMap(([field, value]) => (value === undefined ? [[field, notJson] as const] : []));
  return { changes, problems: Object.fromEntries(problems) };
}

/** The term says the days too and is sent alone, but for typed days that it does not say: those are refused by themselves. */
const sendsDays = (before: ProfileDraft, { dueDays, dueInterval }: ProfileDraft): boolean =>
  dueDays !== before.dueDays && dueDays.trim() !== String(wholeDays(dueInterval) ?? '');

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const notJson = 'is no JSON object, such as {"to": ["billing@example.com"]}';

function recordOf<K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}

const jsonText = (value: Record<string, unknown> | null): string =>
  value && Object.keys(value).length > 0 ? JSON.stringify(value, null, 2) : '';

/** The object that a text stands for; undefined for a text that is none. */
function parseJson(text: string): Record<string, unknown> | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const entryDraft = ({ id, name, value }: ContactEntry): EntryDraft => ({
  key: String(id),
  id,
  name: name ?? '',
  value: value ?? '',
});

const addressDraft = ({ id, name, billingAddress, city, state, zipcode, country }: AddressEntry): AddressDraft => ({
  key: String(id),
  id,
  name: name ?? '',
  billingAddress: billingAddress ?? '',
  city: city ?? '',
  state: state ?? '',
  zipcode: zipcode ?? '',
  country: country ?? '',
});

/** The lists that differ, each whole; their empty texts are nothing. */
function contactChanges(after: ProfileDraft, lists: readonly ContactList[]): Pick<ProfileChanges, 'contact'> {
  if (lists.length === 0) return {};
  return { contact: recordOf(lists, (list) => after[list].map(sentEntry)) };
}

function sentEntry({ key: _key, id, ...fields }: EntryDraft | AddressDraft): Record<string, unknown> {
  const values = Object.entries(fields).map(([name, value]) => [name, value.trim() === '' ? null : value]);
  return { ...(id !== undefined && { id }), ...Object.fromEntries(values) };
}

function customChanges(before: ProfileDraft, after: ProfileDraft, fields: readonly CustomFieldForm[]) {
  const changed = fields.filter(({ id }) => !isSame(before.customFields[id], after.customFields[id]));
  return Object.fromEntries(
    changed.map(({ id, type }) => {
      const value = after.customFields[id] ?? '';
      if (value.length === 0) return [id, null];
      return [id, type === 'NUMBER' ? Number(value) : value];
    }),
  );
}
