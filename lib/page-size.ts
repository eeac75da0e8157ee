/** How many rows a page of a console's list may have; the first without asking. */
export const pageSizes = [50, 200, 500] as const;

/** A part of a list: behind which cursor, or from its beginning, and how many rows. */
export interface ListPlace {
  after: string | null;
  limit: number;
}

/** The size that the address of a list asks for: `rows=200`; anything else is the first. */
export const pageSizeOf = (query: URLSearchParams): number =>
  pageSizes.find((size) => String(size) === query.get('rows')) ?? pageSizes[0];
