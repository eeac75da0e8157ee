import type { PaymentPlace } from '@/components/writes/payment-values.ts';
import type { ConnectorDefinition } from '@/lib/connectors/types.ts';

/** What of a payment a platform has a place for; null where none can be written to it. */
export function paymentPlace(definition: ConnectorDefinition | null): PaymentPlace | null {
  const capability = definition?.writable.find((one) => one.model === 'INVOICE_PAYMENT');
  if (!definition || !capability?.operations.includes('create')) return null;
  const { fields, required } = capability;
  return { fields, required, rawData: definition.requiredRawData.INVOICE_PAYMENT ?? [] };
}
