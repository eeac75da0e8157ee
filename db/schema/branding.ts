import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import type { LogoType } from './enums.ts';
import { organisations } from './organisations.ts';

/** How an organisation looks to its customers on the connect page; no row: as Ledgerline looks. */
export const brandings = pgTable(
  'brandings',
  {
    organisationId: bigint('organisation_id', { mode: 'number' })
      .primaryKey()
      .references(() => organisations.id),
    /** `#rrggbb`. */
    accent: text(),
    /** An e-mail address for customers' questions. */
    contact: text(),
    /** The picture as it was uploaded; with it come its four columns. */
    logo: bytes(),
    /** Digest of the picture: its address, which may be kept for ever. */
    logoId: text('logo_id'),
    logoType: text('logo_type').$type<LogoType>(),
    logoWidth: integer('logo_width'),
    logoHeight: integer('logo_height'),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [index('brandings_logo').on(t.logoId)],
);
