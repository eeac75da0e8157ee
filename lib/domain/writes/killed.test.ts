import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { pushSync } from '../../worker/push-sync.ts';
import { ownSandbox, until } from '../../worker/testing/books.ts';
import { requeueLostWrites } from './pending.ts';
import { settleWrite } from './settle.ts';
import { goBetween } from './testing/go-between.ts';
import { type HoldPoint, holdAt, makeHoldPoints } from './testing/hold-points.ts';
import { comeDue, makeWritingCompany, paymentBody } from './testing/writing-company.ts';

await createTestDatabase();
const sandbox = await ownSandbox();
const between = await goBetween(sandbox.url);
const company = await makeWritingCompany(sandbox);
await makeHoldPoints();

const script = fileURLToPath(new URL('./testing/write-alone.ts', import.meta.url));
const run = (what: 'request' | 'push', text: string): ChildProcess =>
  spawn(process.execPath, [script, what, text], {
    env: { ...process.env, SANDBOX_URL: between.url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Starts a process and kills it at a point of its way. */
type Killing = (start: () => ChildProcess, isClosed: () => Promise<boolean>) => Promise<void>;

const heldAt = (point: HoldPoint): Killing => {
  return async (start) => {
    const hold = await holdAt(point);
    const child = start();
    await hold.reached;
    await kill(child);
    await hold.letGo();
  };
};
const stoppedAt = (path: string, when: 'arrived' | 'answered'): Killing => {
  return async (start) => {
    const stopped = between.stopAt(path, when);
    const child = start();
    await stopped;
    await kill(child);
  };
};
const onceClosed: Killing = async (start, isClosed) => {
  const child = start();
  await until(isClosed);
  await kill(child);
};

const afterClaim: [string, Killing][] = [
  ['after its claim, before anything is sent', stoppedAt('/oauth/token', 'arrived')],
  ['while it sends', stoppedAt('/v1/payments', 'arrived')],
  ['when the platform has the payment, before it answers', stoppedAt('/v1/payments', 'answered')],
  ['with the answer in hand, before anything of it is stored', heldAt('commit')],
  ['as soon as it is closed', onceClosed],
];

const openOnes = () => sqlClient()<{ id: string; sync_id: string }[]>`
  select id, sync_id from writes where state not in ('CONFIRMED', 'FAILED')`;

/** Moves time on and settles what is open, until nothing is. */
async function settleAll(): Promise<void> {
  for (let rounds = 0; rounds < 5; rounds++) {
    for (const { id, sync_id: syncId } of await openOnes()) {
      await comeDue(syncId);
      await settleWrite({ writeId: id });
    }
  }
  expect(await openOnes()).toEqual([]);
}

async function expectOnePayment(invoiceId: string): Promise<void> {
  expect(await company.paymentsOf(invoiceId)).toHaveLength(1);
  const list = await company.call('GET', `/invoice_payments?invoice_id[eq]=${invoiceId}`);
  expect((list.body as { data: unknown[] }).data).toHaveLength(1);
  const [invoice] = await sqlClient()`
    select amount_due from record_invoices where company_id = ${company.companyId} and platform_id = ${invoiceId}`;
  expect(Number(invoice?.amount_due)).toBe(74.5);
}

describe('a request that is killed', { timeout: 60_000 }, () => {
  test.each([
    ['before its intent', heldAt('intent')] as (typeof afterClaim)[number],
    ['before its intent is committed, with the claim in it', heldAt('claim')],
    ...afterClaim,
  ])('%s leaves one payment, and its key is answered', async (_when, killing) => {
    const [invoice, key] = [await company.addInvoice(), randomUUID()];
    const body = JSON.stringify(paymentBody(invoice.id));
    const headers = { api_key: company.key, 'content-type': 'application/json', 'idempotency-key': key };
    const path = `/core/companies/${company.companyId}/invoice_payments`;
    const isClosed = async () => {
      const [write] = await sqlClient()`select state from writes where idempotency_key = ${key}`;
      return write?.state === 'CONFIRMED';
    };
    await killing(() => run('request', JSON.stringify({ method: 'POST', path, headers, body })), isClosed);
    await settleAll();
    await sqlClient()`update idempotency_keys set created_at = created_at - interval '3 minutes' where key = ${key}`;
    const answer = await company.call('POST', '/invoice_payments', { body, headers });
    const again = await company.call('POST', '/invoice_payments', { body, headers });
    expect([answer.status, again.status, again.text]).toEqual([200, 200, answer.text]);
    await expectOnePayment(invoice.id);
  });
});

describe('a worker that is killed', { timeout: 60_000 }, () => {
  // The same function goes the same way from there: the steps at which most is at stake.
  const steps = afterClaim.filter((_step, at) => [0, 2, 3].includes(at));
  test.each([['before its claim', heldAt('claim')] as (typeof afterClaim)[number], ...steps])(
    '%s leaves one payment, and its sync ends',
    async (_when, killing) => {
      const invoice = await company.addInvoice();
      const queued = await company.call('POST', '/invoice_payments?run_async=true', { body: paymentBody(invoice.id) });
      const { sync_id: syncId } = queued.body as { sync_id: string };
      const stateOf = async () => (await sqlClient()`select status from syncs where id = ${syncId}`)[0]?.status;
      await killing(
        () => run('push', syncId),
        async () => (await stateOf()) === 'SUCCESS',
      );
      await requeueLostWrites();
      await pushSync({ syncId });
      await settleAll();
      expect(await stateOf()).toBe('SUCCESS');
      await expectOnePayment(invoice.id);
    },
  );
});
