import { addresses } from '../../../../db/schema/records/address.ts';
import { externalLinks } from '../../../../db/schema/records/external-link.ts';
import { lineItems } from '../../../../db/schema/records/line-item.ts';
import { phoneNumbers } from '../../../../db/schema/records/phone-number.ts';
import type { ChildDeclaration } from '../declaration.ts';

export const externalLink = {
  model: 'EXTERNAL_LINK',
  table: externalLinks,
  wire: ['platform_id', 'data_model', 'data_model_id', 'link', 'type', 'updated_at'],
} as const satisfies ChildDeclaration;

export const phoneNumber = {
  model: 'PHONE_NUMBER',
  table: phoneNumbers,
  wire: ['platform_id', 'data_model', 'data_model_id', 'number', 'type', 'updated_at'],
} as const satisfies ChildDeclaration;

export const address = {
  model: 'ADDRESS',
  table: addresses,
  wire: [
    'platform_id',
    'type',
    'data_model',
    'data_model_id',
    'street',
    'locality',
    'city',
    'state',
    'country',
    'pincode',
    'updated_at',
  ],
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
} as const satisfies ChildDeclaration;
