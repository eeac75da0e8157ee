import { pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** Facts about this installation: that the seed is done, the hash of the first-run code, the id of the sealing key. */
export const installation = pgTable('installation', {
  key: text().primaryKey(),
  value: text().notNull(),
  updatedAt: moment('updated_at').notNull(),
});
