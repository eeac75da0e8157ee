import type { ContactFields, InvoicePaymentFields } from '../../../domain/writes/write-fields.ts';
import type { PlatformWriter, WriteRequest } from '../../types.ts';
import { msDynamics365Connector } from '../connector.ts';
import type { BusinessCentralBooks } from './books.ts';

/** Open for writing. */
export async function writerOf({ credentials }: BusinessCentralBooks): Promise<PlatformWriter> {
  const session = await msDynamics365Connector.open(credentials, { entityId: credentials.companyId });
  if (!session.writer) throw new Error('Business Central can be written to');
  return session.writer;
}

let markers = 0;
const newMarker = () => `${String(++markers).padStart(6, '0')}${'w'.repeat(20)}`;

/** A payment of 40.00 on a day of its own, in the journal of the current account unless another is given. */
export const payment = (
  fields: Partial<InvoicePaymentFields>,
  rawData: Record<string, unknown>,
): WriteRequest<'INVOICE_PAYMENT'> => ({
  model: 'INVOICE_PAYMENT',
  operation: 'create',
  platformId: null,
  fields: { amount: '40', payment_date: '2026-03-04T12:00:00.000Z', ...fields },
  rawData,
  marker: newMarker(),
});

/** A contact to be made, or one to be changed. */
export const contact = (fields: ContactFields, platformId: string | null = null): WriteRequest<'CONTACT'> => ({
  model: 'CONTACT',
  operation: platformId === null ? 'create' : 'update',
  platformId,
  fields,
  rawData: {},
  marker: newMarker(),
});
