import { afterEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { pushSync } from '../../worker/push-sync.ts';
import { ownSandbox } from '../../worker/testing/books.ts';
import { pauseCompany, pauseModel, resumeCompany, resumeModel } from '../pauses/mutations.ts';
import { requeueLostWrites } from './pending.ts';
import { settleWrite } from './settle.ts';
import { comeDue, makeWritingCompany, paymentBody } from './testing/writing-company.ts';

await createTestDatabase();
const sandbox = await ownSandbox();
const company = await makeWritingCompany(sandbox);
const { ctx, companyId } = company;
const of = { companyId, dataModel: 'INVOICE_PAYMENT' };

const connection = { pause: () => pauseCompany(ctx, { companyId }), resume: () => resumeCompany(ctx, { companyId }) };
const model = { pause: () => pauseModel(ctx, of), resume: () => resumeModel(ctx, of) };
afterEach(async () => {
  for (const { resume } of [connection, model]) await resume().catch(() => {});
});

const pay = (invoiceId: string, query = '') =>
  company.call('POST', `/invoice_payments${query}`, { body: paymentBody(invoiceId) });
const writesOf = (syncId: string) => sqlClient()<{ id: string; state: string }[]>`
  select id, state from writes where sync_id = ${syncId} order by created_at`;
const stored = async () => (await sqlClient()`select 1 from writes where company_id = ${companyId}`).length;
/** As if it had been asked for a while ago, by a queue that lost its entries. */
const age = (syncId: string) => sqlClient()`
  with old as (update writes set created_at = created_at - interval '1 minute' where sync_id = ${syncId})
  delete from graphile_worker._private_jobs`;

const paused = [
  ['the connection', 'The company', connection],
  ['the model', 'INVOICE_PAYMENT', model],
] as const;

describe.each(paused)('while %s is paused', (_name, what, { pause, resume }) => {
  test('a write is refused by the name of the pause, and nothing is stored or sent', async () => {
    const invoice = await company.addInvoice();
    await pause();
    const before = await stored();
    for (const query of ['', '?run_async=true']) {
      const { status, body } = await pay(invoice.id, query);
      expect([status, body]).toMatchObject([
        403,
        {
          error: {
            message: expect.stringMatching(
              `${what} was paused by Robin Operator on .*Nothing was written; resume it first`,
            ),
            platform_error: { code: 'operation-denied' },
          },
        },
      ]);
    }
    const preview = await pay(invoice.id, '?dry_run=true');
    expect([preview.status, preview.body]).toMatchObject([200, { data: { validation: { valid: false } } }]);
    expect([await stored(), await company.paymentsOf(invoice.id)]).toEqual([before, []]);
    await resume();
    expect((await pay(invoice.id)).status).toBe(200);
  });

  test('what was asked for before and not sent waits, and goes on once it is resumed', async () => {
    const invoice = await company.addInvoice();
    const { sync_id: syncId } = (await pay(invoice.id, '?run_async=true')).body as { sync_id: string };
    await pause();
    expect(await pushSync({ syncId })).toBe('not-started');
    await age(syncId);
    const [write] = await writesOf(syncId);
    expect(await requeueLostWrites()).not.toContain(write?.id);
    expect(await settleWrite({ writeId: write?.id ?? '' })).toMatchObject({ state: 'held' });
    expect(await company.paymentsOf(invoice.id)).toEqual([]);

    await resume();
    expect(await requeueLostWrites()).toContain(write?.id);
    await pushSync({ syncId });
    expect(await company.paymentsOf(invoice.id)).toHaveLength(1);
  });

  test('what may be on the platform is asked about, and sent again only once it is resumed', async () => {
    const [arrived, lost] = [await company.addInvoice(), await company.addInvoice()];
    await company.fail({ kind: 'done_but_error', model: 'payments', times: 1 });
    const { sync_id: first } = (await pay(arrived.id)).body as { sync_id: string };
    await company.fail({ kind: 'server_error', model: 'payments', on: 'write', times: 1 });
    const { sync_id: second } = (await pay(lost.id)).body as { sync_id: string };
    await pause();
    const look = async (syncId: string) => {
      const [id = ''] = await comeDue(syncId);
      return (await settleWrite({ writeId: id })).state;
    };
    expect([await look(first), await look(second)]).toEqual(['confirmed', 'waiting']);
    expect(await company.paymentsOf(lost.id)).toEqual([]);
    await resume();
    expect(await look(second)).toBe('confirmed');
    expect(await company.paymentsOf(lost.id)).toHaveLength(1);
  });
});

test('a model that is off is written all the same, where its scope allows it', async () => {
  const invoice = await company.addInvoice();
  await sqlClient()`
    update model_configs set enabled = false where company_id = ${companyId} and data_model = 'INVOICE_PAYMENT'`;
  expect((await pay(invoice.id)).status).toBe(200);
});
