import { ConnectorError } from '../../errors.ts';

const basePath = '/services/rest/record/v1';

/** Where records are made. */
export const recordPaths = {
  customer: `${basePath}/customer`,
  vendor: `${basePath}/vendor`,
  payment: `${basePath}/customerPayment`,
} as const;

/** An internal id that a caller gave. Throws ConnectorError: nothing else may get into a query or a path. */
export function internalId(value: string, field: string): string {
  if (/^[1-9]\d{0,14}$/.test(value)) return value;
  throw refusedField(field, 'NetSuite has no record of this id');
}

/** A value that NetSuite would refuse, or has no word for; nothing was sent. */
export const refusedField = (field: string, message: string): ConnectorError =>
  new ConnectorError('record-refused', message, { field, platformErrorCode: 'invalid-params', mayBeDone: false });
