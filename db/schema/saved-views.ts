import { sql } from 'drizzle-orm';
import { bigint, boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import type { SavedViewList } from './enums.ts';
import { users } from './members.ts';
import { organisations } from './organisations.ts';

/** A list's state under a name: search, filters, order and columns, as its address holds them. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: bigint('organisation_id', { mode: 'number' })
      .notNull()
      .references(() => organisations.id),
    /** Who made it, and who alone sees it unless it is for all. */
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    list: text().$type<SavedViewList>().notNull(),
    name: text().notNull(),
    /** A query string without its question mark and without a place in the list. */
    query: text().notNull(),
    /** Every member sees it. */
    isShared: boolean('is_shared').notNull().default(false),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    index('saved_views_list').on(t.organisationId, t.list),
    uniqueIndex('saved_views_own_name')
      .on(t.organisationId, t.userId, t.list, sql`lower(${t.name})`)
      .where(sql`not ${t.isShared}`),
    uniqueIndex('saved_views_shared_name')
      .on(t.organisationId, t.list, sql`lower(${t.name})`)
      .where(sql`${t.isShared}`),
  ],
);
