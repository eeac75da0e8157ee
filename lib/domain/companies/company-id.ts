import { notFound } from '../../errors.ts';

/** A company's id as it stands in an address. Throws not-found for what can't be one. */
export function companyIdFrom(text: string): number {
  if (!/^[1-9]\d{0,15}$/.test(text) || !Number.isSafeInteger(Number(text))) throw notFound('Company');
  return Number(text);
}
