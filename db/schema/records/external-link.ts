import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { childColumns } from './base.ts';

export const externalLinkTypes = ['WEBSITE', 'EMAIL'] as const;

export const externalLinks = pgTable(
  'record_external_links',
  {
    ...childColumns(),
    link: text(),
    type: text().$type<(typeof externalLinkTypes)[number]>(),
  },
  (t) => [primaryKey({ columns: [t.company_id, t.parent_model, t.parent_platform_id, t.position] })],
);
