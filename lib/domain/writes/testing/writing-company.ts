import { sqlClient } from '../../../../db/client.ts';
import type { TestSandbox } from '../../../../sandbox/testing/sandbox.ts';
import { makeContext } from '../../../context.ts';
import { type Answered, type CallOptions, call } from '../../../dialects/core-v4/testing/core-api.ts';
import { makeBooks, type TestBooks } from '../../../worker/testing/books.ts';
import { createApiKey } from '../../api-keys/mutations.ts';
import { updateModelConfigs } from '../../sync-config/mutations.ts';

/** A company whose contacts and payments may be written, read once, with a key of its organisation. */
export interface WritingCompany extends TestBooks {
  key: string;
  /** Calls the Core API below the company's path. */
  call(method: string, path: string, options?: CallOptions): Promise<Answered>;
  /** An invoice of its own in the books, known to us, on which this much is due. */
  addInvoice(due?: string): Promise<{ id: string; contactId: string }>;
  /** Payments that the platform has of an invoice. */
  paymentsOf(invoiceId: string): Promise<{ id: string; amount: string; external_id: string | null }[]>;
}

const everyScope = ['READ', 'CREATE', 'UPDATE'] as const;

export async function makeWritingCompany(sandbox: TestSandbox): Promise<WritingCompany> {
  const books = await makeBooks(sandbox, { contacts: 4, invoices: 4 });
  const { ctx, companyId, book } = books;
  const system = makeContext({ ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } });
  const { key } = await createApiKey(system, { name: 'Writes' });
  const models = (['CONTACT', 'INVOICE_PAYMENT'] as const).map((dataModel) => ({
    dataModel,
    category: 'ACCOUNTING' as const,
    enabled: true,
    frequency: 'DAILY' as const,
    interval: 1,
    scopeAccess: [...everyScope],
  }));
  await updateModelConfigs(ctx, { companyId, configs: models });
  await books.sync();
  const token = await sandbox.signIn(book);
  return {
    ...books,
    key,
    call: (method, path, options) => call(method, `/core/companies/${companyId}${path}`, { key, ...options }),
    addInvoice: async (due = '100.00') => {
      const [contact] = await sandbox.walk(token, 'contacts', 'page_size=1');
      const invoice = await books.admin('POST', 'invoices', {
        contact_id: contact?.id,
        currency_id: 'cur_1',
        status: 'issued',
        lines: [{ description: 'Goods', unit_price: due }],
      });
      await books.sync();
      return { id: invoice.id, contactId: contact?.id ?? '' };
    },
    paymentsOf: async (invoiceId) => {
      const payments = await sandbox.walk(await sandbox.signIn(book), 'payments');
      return payments.filter((one) => one.invoice_id === invoiceId) as unknown as Awaited<
        ReturnType<WritingCompany['paymentsOf']>
      >;
    },
  };
}

/** Makes a write look as if its time had come and its process had died a while ago. */
export async function comeDue(syncId: string): Promise<string[]> {
  const rows = await sqlClient()<{ id: string }[]>`
    update writes set due_at = clock_timestamp() - interval '1 second',
      claim_until = case when claim is null then null else clock_timestamp() - interval '1 second' end
    where sync_id = ${syncId} returning id`;
  return rows.map((row) => row.id);
}

/** A payment's body, for POST. */
export const paymentBody = (invoiceId: string, fields: Record<string, unknown> = {}) => ({
  data: { invoice_id: invoiceId, amount: 25.5, payment_date: '2026-03-04T15:00:00.000Z', ...fields },
});
