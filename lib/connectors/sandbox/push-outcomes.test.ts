import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { contact, failureOf, payment, pointTo, signal, writableSandbox } from './testing/writing.ts';

const { sandbox, writer, makeInvoice, paymentsOf } = await writableSandbox();

describe('whether a failed write may be done', () => {
  const faults = (...list: unknown[]) => sandbox.setFaults('acme', list);

  /** Pushes under a fault, gives up once it has struck, and says what is known then and what the platform says. */
  async function pushUnder(fault: object, giveUp: boolean) {
    const invoiceId = await makeInvoice();
    const request = payment({ invoice_id: invoiceId });
    const controller = new AbortController();
    await faults({ ...fault, times: 1 });
    const failing = failureOf(writer.push(request, controller.signal));
    if (giveUp) {
      await expect.poll(async () => (await sandbox.call('GET', '/_admin/books/acme/faults')).json.faults).toEqual([]);
      controller.abort();
    }
    const { failureClass, mayBeDone } = await failing;
    return { failureClass, mayBeDone, found: (await writer.find(request, signal)).state, invoiceId, request };
  }

  test.each([
    [{ kind: 'no_answer', done: true }, true, 'confirmed'],
    [{ kind: 'no_answer', done: false }, true, 'absent'],
    [{ kind: 'done_late', delayMs: 60_000 }, true, 'absent'],
    [{ kind: 'done_but_error', status: 502 }, false, 'confirmed'],
    [{ kind: 'server_error', status: 503, on: 'write' }, false, 'absent'],
    [{ kind: 'hang_up', on: 'write' }, false, 'confirmed'],
    [{ kind: 'broken_json', on: 'write' }, false, 'confirmed'],
  ])('after %j nobody knows, and the platform does', async (fault, giveUp, state) => {
    const { failureClass, mayBeDone, found, invoiceId, request } = await pushUnder(fault, giveUp);
    expect([failureClass, mayBeDone, found]).toEqual(['platform-down', true, state]);
    await writer.push(request, signal);
    expect(await paymentsOf(invoiceId)).toBe(1);
  });

  test('a payment that is booked late, after it was sent again, is booked once', async () => {
    const { invoiceId, request } = await pushUnder({ kind: 'done_late', delayMs: 150 }, true);
    const { platformId } = await writer.push(request, signal);
    await expect.poll(() => booked(request.marker)).toEqual([platformId]);
    expect(await paymentsOf(invoiceId)).toBe(1);
  });

  const booked = async (marker: string) => {
    const token = await sandbox.signIn('acme');
    const { json } = await sandbox.call('GET', `/v1/payments?external_id=${marker}`, { token });
    return json.data.map((one: { id: string }) => one.id);
  };

  test.each([
    [{ kind: 'rate_limited', retryAfterSeconds: 42, on: 'write' }, 'rate-limit'],
    [{ kind: 'permission_denied', on: 'write' }, 'permission'],
    [{ kind: 'answer', status: 422, code: 'period_closed', on: 'write' }, 'record-refused'],
    [{ kind: 'answer', status: 400, code: 'invalid_request', on: 'write' }, 'bad-request'],
  ])('after %j it is certainly not', async (fault, failureClass) => {
    const outcome = await pushUnder(fault, false);
    expect(outcome).toMatchObject({ failureClass, mayBeDone: false, found: 'absent' });
  });

  test('it is not where the platform can’t be reached, or fails before anything is sent', async () => {
    const request = payment({ invoice_id: await makeInvoice(), currency_id: 'GBP' });
    await faults({ kind: 'server_error', model: 'currencies' });
    expect(await failureOf(writer.push(request, signal))).toMatchObject({
      failureClass: 'platform-down',
      mayBeDone: false,
    });
    const away = createServer();
    await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
    const { port } = away.address() as AddressInfo;
    await new Promise((resolve) => away.close(resolve));
    pointTo(`http://127.0.0.1:${port}`);
    const unreachable = await failureOf(writer.push(payment({ invoice_id: 'inv_1' }), signal));
    expect(unreachable).toMatchObject({ failureClass: 'platform-down', mayBeDone: false });
  });

  test('it is not where it was given up before it was sent', async () => {
    const invoiceId = await makeInvoice();
    for (const fields of [{ currency_id: 'GBP' }, {}]) {
      const request = payment({ invoice_id: invoiceId, ...fields });
      expect(await failureOf(writer.push(request, AbortSignal.abort()))).toMatchObject({ mayBeDone: false });
    }
    expect(await paymentsOf(invoiceId)).toBe(0);
  });

  test('a change that nobody answered for is found by what the contact looks like', async () => {
    for (const [fault, state] of [
      [{ kind: 'done_but_error', model: 'contacts', times: 1 }, 'confirmed'],
      [{ kind: 'server_error', on: 'write', times: 1 }, 'absent'],
    ] as const) {
      const request = contact({ name: `Changed, ${state}`, mobile: `+1 ${state.length}` }, 'con_5');
      await faults(fault);
      expect(await failureOf(writer.push(request, signal))).toMatchObject({ mayBeDone: true });
      expect(await writer.find(request, signal)).toMatchObject({ state });
    }
  });

  test('a token that runs out on the way is renewed and the record is written once', async () => {
    const invoiceId = await makeInvoice();
    await faults({ kind: 'token_expired', on: 'write', times: 1 });
    await writer.push(payment({ invoice_id: invoiceId }), signal);
    expect(await paymentsOf(invoiceId)).toBe(1);
  });

  test('a platform that can’t be asked is no “absent”', async () => {
    await faults({ kind: 'server_error', on: 'read', times: 1 });
    expect((await failureOf(writer.find(payment({ invoice_id: 'inv_1' }), signal))).failureClass).toBe('platform-down');
  });
});
