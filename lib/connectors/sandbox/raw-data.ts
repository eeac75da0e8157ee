import { ConnectorError } from '../errors.ts';
import type { WriteRequest } from '../types.ts';

/**
 * What the caller adds for this platform alone: fields in the platform's own words, which never replace those of the
 * record. Throws ConnectorError for the one that this installation needs for itself.
 */
export function extraFields({ rawData }: WriteRequest): Readonly<Record<string, unknown>> {
  if (!('external_id' in rawData)) return rawData;
  throw new ConnectorError(
    'record-refused',
    'The external id is taken by this installation, to find the record again',
    {
      field: 'raw_data.external_id',
      mayBeDone: false,
    },
  );
}

/** How a refused field of the body is told to the caller: by their own word for it, or as the raw data that they gave. */
export const fieldNames =
  (names: Readonly<Record<string, string>>) =>
  ({ rawData }: WriteRequest) =>
  (field: string): string => {
    const [first = '', ...rest] = field.split('.');
    if (first in rawData) return `raw_data.${field}`;
    return [names[first] ?? first, ...rest.map((part) => names[part] ?? part)].join('.');
  };
