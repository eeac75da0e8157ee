import { customType, timestamp } from 'drizzle-orm/pg-core';

/** A moment, to the millisecond, as the wire shows it. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** Raw bytes: sealed credentials. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/**
 * Text that sorts and compares bytewise on every server, so that a cursor made on one holds on another.
 */
export const bytewiseText = customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });
