import { afterAll, afterEach } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../../../sandbox/testing/sandbox.ts';
import type { ContactFields, InvoicePaymentFields } from '../../../domain/writes/write-fields.ts';
import { resetEnv } from '../../../env.ts';
import { ConnectorError } from '../../errors.ts';
import type { PlatformWriter, WriteRequest } from '../../types.ts';
import { sandboxConnector } from '../connector.ts';

/** A sandbox of the test file's own, open for writing to one book. */
export interface WritableSandbox {
  sandbox: TestSandbox;
  writer: PlatformWriter;
  /** A new invoice over 100.00 in pounds; its id. */
  makeInvoice: () => Promise<string>;
  /** How many payments of an invoice the books hold. */
  paymentsOf: (invoiceId: string) => Promise<number>;
}

/** Starts it; faults are cleared after each test. */
export async function writableSandbox(): Promise<WritableSandbox> {
  const sandbox = await startTestSandbox();
  pointTo(sandbox.url);
  afterEach(async () => {
    pointTo(sandbox.url);
    await sandbox.call('DELETE', '/_admin/books/acme/faults');
  });
  afterAll(async () => {
    delete process.env.SANDBOX_URL;
    resetEnv();
    await sandbox.stop();
  });
  const session = await sandboxConnector.open({ companyKey: 'acme', secret: 'acme-secret' }, { entityId: 'acme' });
  if (!session.writer) throw new Error('The sandbox can be written to');
  const lines = [{ description: 'Work', unit_price: '100' }];
  return {
    sandbox,
    writer: session.writer,
    makeInvoice: async () => {
      const body = { contact_id: 'con_1', currency_id: 'cur_1', lines };
      return (await sandbox.call('POST', '/_admin/books/acme/invoices', { body })).json.id;
    },
    paymentsOf: async (invoiceId) => {
      const payments = await sandbox.walk(await sandbox.signIn('acme'), 'payments');
      return payments.filter((one) => one.invoice_id === invoiceId).length;
    },
  };
}

/** Where the connector looks for the sandbox. */
export function pointTo(url: string): void {
  process.env.SANDBOX_URL = url;
  resetEnv();
}

/** Never aborted. */
export const signal = new AbortController().signal;

let markers = 0;
const newMarker = () => `w${String(++markers).padStart(25, '0')}`;

/** A contact to be made, or one to be changed. */
export const contact = (fields: ContactFields, platformId: string | null = null): WriteRequest<'CONTACT'> => ({
  model: 'CONTACT',
  operation: platformId === null ? 'create' : 'update',
  platformId,
  fields,
  rawData: {},
  marker: newMarker(),
});

export const payment = (fields: Partial<InvoicePaymentFields>): WriteRequest<'INVOICE_PAYMENT'> => ({
  model: 'INVOICE_PAYMENT',
  operation: 'create',
  platformId: null,
  fields: { amount: '10', payment_date: '2026-03-04T12:00:00.000Z', ...fields },
  rawData: {},
  marker: newMarker(),
});

/** The failure of something that must fail. */
export async function failureOf(promise: Promise<unknown>): Promise<ConnectorError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectorError) return error;
  throw new Error(`Not a ConnectorError: ${error}`);
}
