import { z } from 'zod';
import { creditRatings } from '../../../db/schema/enums.ts';
import { maxDueDays, wholeDays } from './due-interval.ts';
import { isCountry, isCurrency } from './iso-codes.ts';

/** Texts that an index holds are short; notes may be long. */
const shortText = 255;
const longText = 65_535;
const maxTags = 200;
/** Entries of one kind of contact data. */
const maxEntries = 100;

const blank = "can't be blank";

const text = (max: number) =>
  z
    .string('must be text')
    .max(max, `must have at most ${max} characters`)
    .refine((value) => !value.includes('\0') && value.isWellFormed(), 'must not contain characters that are no text');

const short = text(shortText).nullable();
const long = text(longText).nullable();
const flag = z.boolean('must be true or false');
const reference = z.int('must be an id').positive('must be an id').nullable();

/** A name as people write it, without outer spaces. */
export const profileName = z
  .string({ error: (issue) => (issue.input === null || issue.input === undefined ? blank : 'must be text') })
  .trim()
  .min(1, blank)
  .pipe(text(shortText));

const json = z
  .record(z.string(), z.unknown(), 'must be an object')
  .refine(
    (value) => !/\\u(?:0000|d[89a-f])/i.test(JSON.stringify(value)),
    'must not contain characters that are no text',
  );

const entry = z.object({
  /** The number of an entry that is kept; another company's or an unknown one is taken for a new entry. */
  id: z.int().optional().catch(undefined),
  name: short.optional(),
  value: short.optional(),
});

const addressEntry = z.object({
  id: z.int().optional().catch(undefined),
  name: short.optional(),
  billingAddress: text(1000).nullish(),
  city: short.optional(),
  state: short.optional(),
  zipcode: short.optional(),
  country: short.optional(),
});

const list = <T extends z.ZodType>(item: T) =>
  z.array(item, 'must be a list').max(maxEntries, `must have at most ${maxEntries} entries`).nullish();

const contact = z.object(
  { phones: list(entry), emails: list(entry), websites: list(entry), addresses: list(addressEntry) },
  'must be an object',
);

const primaryAddress = z.object({
  billingAddress: text(1000).nullish(),
  city: short.optional(),
  zipcode: short.optional(),
  /** ISO 3166-1 alpha-2. */
  countryCode: z.string('must be text').refine(isCountry, 'is not a country code of ISO 3166-1').nullish(),
  /** ISO 3166-2; checked together with the country. */
  subdivisionCode: z.string('must be text').nullish(),
});

/**
 * What a company's profile can be set to, in the domain's names. A property that is left out stays as it is, null clears
 * it. The messages are those that API clients read. What other rows decide (codes, domains, references) is checked in the
 * transaction.
 */
export const profileChanges = z.object({
  name: profileName.optional(),
  companyCode: text(64).nullish(),
  domain: z.string('domain format not valid').nullish(),
  billingName: short.optional(),
  vat: short.optional(),
  defaultCurrency: z.string('is not a valid currency').refine(isCurrency, 'is not a valid currency').nullish(),
  avatarUrl: text(2048).refine(isWebUrl, 'is not a valid URL').nullish(),
  description: long.optional(),
  buyerReference: short.optional(),
  leitwegId: short.optional(),
  peppolId: short.optional(),
  defaultSubsidiaryId: reference.optional(),
  defaultTaxRateId: reference.optional(),
  defaultDocumentTypeId: reference.optional(),
  /** Whole days; with dueInterval, that one decides. */
  dueDays: z
    .int('must be a whole number of days')
    .min(0, `must be between 0 and ${maxDueDays}`)
    .max(maxDueDays, `must be between 0 and ${maxDueDays}`)
    .nullish(),
  /** ISO 8601, kept letter by letter. */
  dueInterval: z.string('is not a duration of ISO 8601').superRefine(checkInterval).nullish(),
  tagList: z.array(text(100), 'must be a list of texts').max(maxTags, `must have at most ${maxTags} tags`).nullish(),
  contact: contact.nullish(),
  /** The first entry of each kind. Null removes it, and the next one takes its place. */
  primaryContact: z
    .object({
      phone: short.optional(),
      email: short.optional(),
      website: short.optional(),
      address: primaryAddress.nullish(),
    })
    .optional(),
  invoiceEmailRecipients: json.nullish(),
  settings: json.nullish(),
  customFields: z.record(z.string(), z.unknown(), 'must be an object').nullish(),
  projectlessBudgets: flag.nullish(),
  externalId: short.optional(),
  externalSync: flag.nullish(),
  identifier: short.optional(),
  additionalTaxIdentifier: short.optional(),
  accountingCode: short.optional(),
  billingCode: short.optional(),
  iata: short.optional(),
  contactPerson: short.optional(),
  contactInformation: long.optional(),
  notes: long.optional(),
  department: short.optional(),
  dunsNumber: z
    .string('must have 9 digits')
    .regex(/^\d{9}$/, 'must have 9 digits')
    .nullish(),
  creditRating: z.enum(creditRatings, `must be one of ${creditRatings.join(', ')}`).nullish(),
  referenceIdentifier: short.optional(),
  invoiceable: flag.nullish(),
  addFeesToInvoices: flag.nullish(),
  addTaxDeductedPaymentToInvoices: flag.nullish(),
  /** The uuid of a company of the same chain. */
  motherCompanyId: z.string('must be the id of a company').nullish(),
  /** Ids of members; replaces the list. */
  subscribers: z.array(z.string(), 'must be a list').max(1000, 'must have at most 1000 members').optional(),
});
export type ProfileChanges = z.input<typeof profileChanges>;
export type CheckedChanges = z.output<typeof profileChanges>;

export const newProfile = profileChanges.extend({ name: profileName });

/** A company to be made. */
export interface CreateCompanyInput extends ProfileChanges {
  name: string;
  /** Default: the organisation's default chain. */
  chainId?: string;
}

export interface UpdateCompanyInput {
  companyId: number;
  changes: ProfileChanges;
}

function isWebUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol } = new URL(value);
  return protocol === 'http:' || protocol === 'https:';
}

function checkInterval(value: string, ctx: z.core.$RefinementCtx<string>): void {
  const days = wholeDays(value);
  if (days === null) ctx.addIssue({ code: 'custom', message: 'is not a duration of ISO 8601' });
  else if (days > maxDueDays) ctx.addIssue({ code: 'custom', message: `must be at most ${maxDueDays} days` });
}
