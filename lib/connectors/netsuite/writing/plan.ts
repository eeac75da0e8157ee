import type { RecordWrite } from '../client.ts';

/** A write that is ready to be sent. */
export interface PlannedWrite extends RecordWrite {
  /** The table in which the record will be found by its external id. */
  table: 'customer' | 'vendor' | 'transaction';
}

/** A body without what was not given. */
export const given = (body: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
