/** A record as this wire writes it, without its etag. Decimals are `Decimal`s, times ISO 8601 with milliseconds. */
export type WireRow = Readonly<Record<string, unknown>> & { id: string; lastModifiedDateTime: string };

/** Changes with the record; weak, as the server sends it. */
export const etagOf = (row: WireRow): string => `W/"'${Buffer.from(row.lastModifiedDateTime).toString('base64')}'"`;

export const withEtag = (row: WireRow): Record<string, unknown> => ({ '@odata.etag': etagOf(row), ...row });
