import { updateModelConfigs } from '../../lib/domain/sync-config/mutations.ts';
import { writeRecords } from '../../lib/domain/writes/mutations.ts';
import { contactInput, contactWrite, invoicePaymentInput, paymentWrite } from '../../lib/domain/writes/schema.ts';
import { type Connected, nowIn } from './companies.ts';
import type { Organisation } from './organisations.ts';

/** Lets contacts and payments of a company be written. */
export async function allowWrites(organisation: Organisation, { companyId }: Connected): Promise<void> {
  const models = (['CONTACT', 'INVOICE_PAYMENT'] as const).map((dataModel) => ({
    dataModel,
    enabled: true,
    scopeAccess: ['READ', 'CREATE', 'UPDATE'],
  }));
  await updateModelConfigs(nowIn(organisation), { companyId, configs: models });
}

/** A program asks for a new contact on the platform, and does not wait for it. */
export async function writeContact(organisation: Organisation, { companyId }: Connected, name: string): Promise<void> {
  await writeRecords(nowIn(organisation), {
    companyId,
    model: 'CONTACT',
    operation: 'create',
    platformId: null,
    records: [contactWrite(contactInput.parse({ name, contact_type: 'CUSTOMER' }), 'data')],
    runAsync: true,
  });
}

/** A program asks for a payment of an invoice, and does not wait for it. */
export async function writePayment(
  organisation: Organisation,
  { companyId }: Connected,
  payment: { invoiceId: string; amount: number },
): Promise<void> {
  const fields = { invoice_id: payment.invoiceId, amount: payment.amount, payment_date: '2026-03-04T15:00:00.000Z' };
  await writeRecords(nowIn(organisation), {
    companyId,
    model: 'INVOICE_PAYMENT',
    operation: 'create',
    platformId: null,
    records: [paymentWrite(invoicePaymentInput.parse(fields), 'data')],
    runAsync: true,
  });
}
