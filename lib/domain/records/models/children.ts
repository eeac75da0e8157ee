import { addresses, addressTypes } from '../../../../db/schema/records/address.ts';
import { externalLinks, externalLinkTypes } from '../../../../db/schema/records/external-link.ts';
import { journalLines, journalLineTypes } from '../../../../db/schema/records/journal-line.ts';
import { lineItems } from '../../../../db/schema/records/line-item.ts';
import { phoneNumbers, phoneNumberTypes } from '../../../../db/schema/records/phone-number.ts';
import type { ChildDeclaration, WireField } from '../declaration.ts';

/** Which record a child belongs to, for those that may belong to several models. */
const ofParent = [
  { name: 'data_model', column: 'parent_model', as: 'plural' },
  { name: 'data_model_id', column: 'parent_platform_id' },
] as const satisfies readonly WireField[];

export const externalLink = {
  model: 'EXTERNAL_LINK',
  table: externalLinks,
  wire: ['platform_id', ...ofParent, 'link', 'type', 'updated_at'],
  enums: { type: externalLinkTypes },
} as const satisfies ChildDeclaration;

export const phoneNumber = {
  model: 'PHONE_NUMBER',
  table: phoneNumbers,
  wire: ['platform_id', ...ofParent, 'number', 'type', 'updated_at'],
  enums: { type: phoneNumberTypes },
} as const satisfies ChildDeclaration;

export const address = {
  model: 'ADDRESS',
  table: addresses,
  wire: ['platform_id', 'type', ...ofParent, 'street', 'locality', 'city', 'state', 'country', 'pincode', 'updated_at'],
  enums: { type: addressTypes },
} as const satisfies ChildDeclaration;

export const lineItem = {
  model: 'LINE_ITEM',
  table: lineItems,
  wire: [
    'platform_id',
    'item_id',
    'account_id',
    'description',
    'quantity',
    'unit_amount',
    'sub_total',
    'discount_amount',
    'tax_id',
    'tax_amount',
    'total_amount',
    'updated_at',
  ],
  enums: {},
} as const satisfies ChildDeclaration;

export const journalLine = {
  model: 'JOURNAL_LINE',
  table: journalLines,
  wire: ['platform_id', 'account_id', 'contact_id', 'type', 'description', 'net_amount', 'tax_amount', 'updated_at'],
  enums: { type: journalLineTypes },
} as const satisfies ChildDeclaration;
