import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { childColumns } from './base.ts';

export const phoneNumberTypes = ['MOBILE', 'TELEPHONE', 'FAX'] as const;

export const phoneNumbers = pgTable(
  'record_phone_numbers',
  {
    ...childColumns(),
    number: text(),
    type: text().$type<(typeof phoneNumberTypes)[number]>(),
  },
  (t) => [primaryKey({ columns: [t.company_id, t.parent_model, t.parent_platform_id, t.position] })],
);
