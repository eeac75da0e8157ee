import { z } from 'zod';

/** A decimal as the client reads it: a number, or text where a number would not keep its digits. */
export const decimal = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform(String);

/** Text that is not there is empty on the wire. */
export const text = z.string().transform((value) => value || null);

const noId = '00000000-0000-0000-0000-000000000000';
/** An id of another record; one of zeros where there is none. */
export const reference = z.string().transform((value) => (value === noId || value === '' ? null : value.toLowerCase()));

/** A plain date; the first day of all where there is none. */
export const day = z.iso.date().transform((value) => (value === '0001-01-01' ? null : `${value}T00:00:00.000Z`));

export const stamps = {
  id: z.guid().transform((value) => value.toLowerCase()),
  lastModifiedDateTime: z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString()),
};

/** What this connector adds to each record: the collection that it is from, and the currency of the books. */
export const origin = {
  '@entity': z.string(),
  '@localCurrency': z.string().length(3),
};
