import { expect } from '@playwright/test';
import { updateModelConfigs } from '../../lib/domain/sync-config/mutations.ts';
import { listOrganisationSyncs } from '../../lib/domain/syncs/data.ts';
import { isActive } from '../../lib/domain/syncs/sync-state.ts';
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

/** Waits until nothing is written for the company any more: what ends moves the pages that show it. */
export async function writesEnded(organisation: Organisation, { companyId, name }: Connected): Promise<void> {
  await expect
    .poll(
      async () => {
        const { syncs } = await listOrganisationSyncs(nowIn(organisation), { companyId, jobType: 'PUSH' });
        return syncs.filter(({ status }) => isActive(status)).length;
      },
      { message: `the end of the writes of ${name}`, timeout: 30_000 },
    )
    .toBe(0);
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
