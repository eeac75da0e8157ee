import { z } from 'zod';
import type { Integration, WriteState } from '../../../db/schema/enums.ts';
import { addressTypes } from '../../../db/schema/records/address.ts';
import { contactStatuses, contactTypes } from '../../../db/schema/records/contact.ts';
import type { WriteEvidence } from '../../../db/schema/writes.ts';
import type { RecordRow } from '../records/rows.ts';
import { decimalText, isCountable, isLongNumber, type LongNumber } from './amount.ts';
import type {
  ContactFields,
  InvoicePaymentFields,
  WritableModel,
  WriteFields,
  WriteOperation,
} from './write-fields.ts';

/** Records that one request may write. */
export const mostRecords = 1_000;

const longestText = 4_000;

const text = z.string().max(longestText);
const id = z.string().min(1).max(255);
/** May be left out; null says the same. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

/** A word of a closed set in any case. */
function wordOf<const T extends readonly [string, ...string[]]>(words: T) {
  const message = `must be one of ${words.join(', ')}`;
  const inItsCase = (given: string) => words.find((word) => word.toLowerCase() === given.trim().toLowerCase()) ?? given;
  return z.string(message).transform(inItsCase).pipe(z.enum(words, message));
}

const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], 'must be an ISO 8601 date or date and time with an offset')
  .transform((given) => new Date(given))
  .refine((date) => date.getUTCFullYear() >= 1900 && date.getUTCFullYear() <= 9999, 'must lie between 1900 and 9999')
  .transform((date) => date.toISOString());

const longNumber = z.custom<LongNumber>(isLongNumber, 'must be a number');

/** A number of the body with every digit that was sent, as decimal text. */
export const exactNumber = z.union([z.number(), longNumber], 'must be a number').transform((value, ctx): string => {
  const decimal = decimalText(value);
  if (decimal !== null) return decimal;
  ctx.addIssue({ code: 'custom', message: 'is too large or too small' });
  return z.NEVER;
});

const positive = (decimal: string) => !decimal.startsWith('-') && Number(decimal) > 0;

const rate = z
  .union(
    [z.string().regex(/^\d{1,20}(\.\d{1,20})?$/, 'must be a decimal number'), exactNumber],
    'must be a decimal number',
  )
  .refine(positive, 'must be more than 0');

/** What a caller adds for one platform alone. Its numbers must survive JSON. */
const rawData = z.record(z.string(), z.unknown(), 'must be an object').superRefine((given, ctx) => {
  for (const path of longNumbers(given)) {
    ctx.addIssue({ code: 'custom', path, message: 'has more digits than a number keeps; send it as text' });
  }
});

function longNumbers(value: unknown, path: string[] = []): string[][] {
  if (isLongNumber(value)) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => longNumbers(inner, [...path, key]));
}

/** An invoice payment as programs send it. */
export const invoicePaymentInput = z
  .strictObject({
    invoice_id: optional(id),
    account_id: optional(id),
    contact_id: optional(id),
    amount: exactNumber.refine(positive, 'must be more than 0'),
    payment_date: moment,
    document_number: optional(text),
    memo: optional(text),
    payment_mode: optional(text),
    currency_id: optional(id),
    currency_rate: optional(rate),
    credit_note_id: optional(id),
    raw_data: optional(rawData),
  })
  .superRefine((given, ctx) => {
    const problem = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message });
    if (!given.invoice_id && !given.credit_note_id) problem('invoice_id', 'is required, or credit_note_id');
    if (typeof given.amount === 'string' && positive(given.amount) && !isCountable(given.amount, given.currency_id)) {
      problem('amount', `must be at most ${Number.MAX_SAFE_INTEGER} of the currency’s smallest unit`);
    }
  });

/** What a record says of itself that only the platform decides: taken, so that what was read can be sent, and ignored. */
const ignored = z.unknown().optional();

const addressInput = z
  .strictObject({
    platform_id: ignored,
    type: wordOf(addressTypes).nullish(),
    data_model: ignored,
    data_model_id: ignored,
    street: text.nullish(),
    locality: text.nullish(),
    city: text.nullish(),
    state: text.nullish(),
    country: text.nullish(),
    pincode: text.nullish(),
    updated_at: ignored,
  })
  .transform(({ platform_id: _1, data_model: _2, data_model_id: _3, updated_at: _4, ...address }) => address);

const contactShape = {
  platform_id: ignored,
  name: z.string().trim().min(1).max(255),
  contact_name: text.nullish(),
  contact_type: optional(wordOf(contactTypes)),
  currency_id: id.nullish(),
  tax_number: text.nullish(),
  registration_number: text.nullish(),
  status: optional(wordOf(contactStatuses)),
  email: text.nullish(),
  website: text.nullish(),
  telephone: text.nullish(),
  mobile: text.nullish(),
  fax: text.nullish(),
  addresses: optional(z.array(addressInput).max(100)),
  updated_at: ignored,
};

const withoutIgnored = <T extends { platform_id?: unknown; updated_at?: unknown }>({
  platform_id: _id,
  updated_at: _at,
  ...contact
}: T) => contact;

/** A contact as programs send it to be made. */
export const contactInput = z.strictObject(contactShape).transform(withoutIgnored);

/** What of a contact is to change: at least one field. */
export const contactChangeInput = z
  .strictObject({ ...contactShape, name: contactShape.name.optional() })
  .transform(withoutIgnored)
  .refine((contact) => Object.values(contact).some((value) => value !== undefined), 'Say at least one field to change');

/** One record to be written. `at` is where the caller sent it, for the paths of issues: `data`, or `data.3`. */
export interface NewWrite<M extends WritableModel = WritableModel> {
  at: string;
  fields: WriteFields[M];
  rawData: Readonly<Record<string, unknown>>;
}

type SentPayment = z.output<typeof invoicePaymentInput>;
type SentContact = z.output<typeof contactInput> | z.output<typeof contactChangeInput>;

export const paymentWrite = (
  { raw_data: raw = {}, ...fields }: SentPayment,
  at: string,
): NewWrite<'INVOICE_PAYMENT'> => ({
  at,
  fields: withoutUndefined(fields) satisfies InvoicePaymentFields,
  rawData: raw,
});

export const contactWrite = (contact: SentContact, at: string): NewWrite<'CONTACT'> => ({
  at,
  fields: withoutUndefined(contact) satisfies ContactFields,
  rawData: {},
});

/** Fields that were not given are not there, as in what is read back from the database. */
const withoutUndefined = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** What is to be written, and how. */
export interface WriteInput<M extends WritableModel = WritableModel> {
  companyId: number;
  model: M;
  operation: WriteOperation;
  /** The platform's id of the record that is changed; null when records are made. */
  platformId: string | null;
  records: readonly NewWrite<M>[];
}

/** What came of a write that was asked for. `record`: the platform has it, and this is what it says of it. */
export type WriteAnswer = { syncId: string; record: RecordRow } | { syncId: string; record: null };

/** A write as the console reads it. */
export interface WriteView {
  id: string;
  companyId: number;
  integration: Integration;
  syncId: string;
  jobId: string;
  dataModel: WritableModel;
  operation: WriteOperation;
  state: WriteState;
  /** The record's id on the platform, once it has one. */
  platformId: string | null;
  rootfiId: number | null;
  fields: Record<string, unknown>;
  /** How often it was sent. */
  attempts: number;
  /** What was done about it, oldest first, and what the platform said. */
  evidence: WriteEvidence[];
  failure: { code: string; message: string; field: string | null } | null;
  requestId: string;
  createdAt: Date;
  sentAt: Date | null;
  /** When it is looked at next; null when it has ended. */
  dueAt: Date | null;
  endedAt: Date | null;
}
