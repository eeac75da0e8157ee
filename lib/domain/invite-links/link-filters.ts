import type postgres from 'postgres';
import { inviteSteps } from '../../../db/schema/enums.ts';

/** How long ago a link was made, at most. */
export const madeWithin = { '30d': 30, '90d': 90, '365d': 365 } as const;
export type MadeWithin = keyof typeof madeWithin;

/** What a link's way is filtered by: how far it came, or that nobody opened it. */
export const reachedFilters = ['NOT_OPENED', ...inviteSteps] as const;
export type ReachedFilter = (typeof reachedFilters)[number];

const dayMs = 86_400_000;

export const madeSince = (made: MadeWithin, now: Date): Date => new Date(now.getTime() - madeWithin[made] * dayMs);

/** The furthest step of the link `i`, in SQL; null for one that nobody opened. */
export const reachedOf = (sql: postgres.Sql) => sql`
  case when i.first_record_at is not null then 'FIRST_RECORD'
    when i.authorised_at is not null then 'AUTHORISED'
    when i.platform_chosen_at is not null then 'PLATFORM_CHOSEN'
    when i.first_opened_at is not null then 'OPENED' end`;

/** Whether the link `i` has a way to walk, in SQL: one that was made for a connected company has none. */
export const hasWay = (sql: postgres.Sql) => sql`not (i.status = 'CONNECTED' and i.authorised_at is null)`;
