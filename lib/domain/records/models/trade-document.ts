import type { Relation, WireField } from '../declaration.ts';

/** A rate is written as a string, so that no digit of it is lost. */
export const currencyRate = {
  name: 'currency_rate',
  column: 'currency_rate',
  as: 'string',
} as const satisfies WireField;

/** Who a document is with and at which rate, in the order of the wire. */
const partyWire = ['contact_id', 'currency_id', currencyRate] as const;

const sumWire = ['sub_total', 'total_discount', 'tax_amount', 'total_amount', 'amount_due'] as const;

/** The fields of an invoice or a bill beyond the base ones. */
export const tradeWire = [
  'document_number',
  'status',
  ...partyWire,
  'posted_date',
  'due_date',
  ...sumWire,
  'memo',
  'updated_at',
] as const;

export const tradeSorts = ['posted_date', 'due_date', ...sumWire, 'updated_at'] as const;

/** The fields of an order: an invoice's, and when it is to be delivered. */
export const orderWire = [
  'document_number',
  'status',
  ...partyWire,
  'posted_date',
  'due_date',
  'delivery_date',
  ...sumWire,
  'memo',
  'updated_at',
] as const;

export const orderSorts = ['posted_date', 'due_date', 'delivery_date', ...sumWire, 'updated_at'] as const;

/** The fields of a credit note but the ids of what it is set off against. */
export const creditNoteWire = [
  'document_number',
  'status',
  ...partyWire,
  'posted_date',
  'tax_amount',
  'total_amount',
  'remaining_credit',
  'memo',
] as const;

export const creditNoteSorts = ['posted_date', 'tax_amount', 'total_amount', 'remaining_credit', 'updated_at'] as const;

/** What every document with a contact refers to. */
export const partyRelations = {
  currency: { kind: 'one', model: 'CURRENCY', by: 'currency_id' },
  contact: { kind: 'one', model: 'CONTACT', by: 'contact_id' },
} as const satisfies Record<string, Relation>;
