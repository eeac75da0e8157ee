import { afterEach, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection } from '../../../db/testing/factories.ts';
import { env, resetEnv } from '../../env.ts';
import { runSync } from '../../worker/run-sync.ts';
import { makeBooks, ownSandbox } from '../../worker/testing/books.ts';
import { listAudit } from '../audit/data.ts';
import { getSync } from '../syncs/data.ts';
import { listFaultyCompanies } from './data.ts';
import { type LabFaultKind, labFaults } from './lab-faults.ts';
import { switchOffFaults, switchOnFault } from './mutations.ts';

await createTestDatabase();
const sandbox = await ownSandbox();
afterEach(() => {
  process.env.SANDBOX_URL = sandbox.url;
  resetEnv();
});

/** A connected company with books of its own, as an admin has it. */
async function makeLab() {
  const books = await makeBooks(sandbox);
  return { ...books, ctx: contextFor(books.ctx.organisationId, { role: 'admin' }) };
}

const faultsOf = async (book: string) => (await sandbox.call('GET', `/_admin/books/${book}/faults`)).json.faults;
const auditOf = async ({ ctx, companyId }: Awaited<ReturnType<typeof makeLab>>) =>
  (await listAudit(ctx, { companyId, limit: 10 })).map(({ action, before, after }) => [action, before, after]);

describe('a fault that is switched on', () => {
  test('is on at the sandbox and in the list of its organisation, until it is switched off; the audit log has both', async () => {
    const [books, others] = [await makeLab(), await makeLab()];
    const { ctx, companyId, book } = books;
    await switchOnFault(ctx, { companyId, kind: 'failing-page', page: '3' });
    expect(await faultsOf(book)).toMatchObject([{ kind: 'server_error', page: 3 }]);
    expect(await listFaultyCompanies(ctx)).toEqual([
      { companyId, name: expect.any(String), faults: [expect.objectContaining({ kind: 'failing-page', page: 3 })] },
    ]);
    expect(await listFaultyCompanies(others.ctx)).toEqual([]);
    await switchOnFault(ctx, { companyId, kind: 'slow' });
    expect(await faultsOf(book)).toMatchObject([{ kind: 'slow' }]);
    await switchOffFaults(ctx, { companyId });
    await switchOffFaults(ctx, { companyId });
    expect([await faultsOf(book), await listFaultyCompanies(ctx)]).toEqual([[], []]);
    expect(await auditOf(books)).toEqual([
      ['fault-lab.switched-off', { faults: ['slow'] }, null],
      ['fault-lab.switched-on', null, { fault: 'slow' }],
      ['fault-lab.switched-on', null, { fault: 'failing-page', page: 3 }],
    ]);
  });

  test.each([
    ['expired-sign-in', 'FAILED'],
    ['failing-page', 'FAILED'],
    ['wrong-company', 'FAILED'],
    ['duplicates', 'SUCCESS'],
  ] as const)('%s ends a sync as the lab says, and what follows it is well', async (kind, status) => {
    const { ctx, companyId, book, sync } = await makeLab();
    await switchOnFault(ctx, { companyId, kind });
    const { failureClass } = labFaults[kind];
    expect(await getSync(ctx, { syncId: await sync() })).toMatchObject({ status, failureClass });
    await switchOffFaults(ctx, { companyId });
    expect(await faultsOf(book)).toEqual([]);
    // Another company is asked about before anything is read again.
    if (kind === 'wrong-company') return;
    expect(await getSync(ctx, { syncId: await sync() })).toMatchObject({ status: 'SUCCESS', failureClass: null });
  });

  test('rate-limit puts a sync to sleep for five minutes', async () => {
    const { ctx, companyId, start } = await makeLab();
    await switchOnFault({ ...ctx, now: new Date() }, { companyId, kind: 'rate-limit' });
    const now = new Date();
    const outcome = await runSync({ syncId: await start(), now: () => now });
    expect(outcome).toEqual({ outcome: 'sleeping', resumeAt: new Date(now.getTime() + 300_000) });
  });
});

describe('a fault is refused, and nothing is switched,', () => {
  const kind: LabFaultKind = 'slow';

  test('for a company on any other platform', async () => {
    const { ctx, book } = await makeLab();
    const { companyId } = await makeCompany(ctx, { integration: 'NETSUITE' });
    await makeConnection(ctx, { companyId }, { integration: 'NETSUITE', entityId: book });
    const refused = { code: 'forbidden', message: 'Faults are for the sandbox alone; this company is on NetSuite' };
    await expect(switchOnFault(ctx, { companyId, kind })).rejects.toMatchObject(refused);
    await expect(switchOffFaults(ctx, { companyId })).rejects.toMatchObject(refused);
    expect(await faultsOf(book)).toEqual([]);
  });

  test('to who is no admin, for a company of others, and for one that is not connected', async () => {
    const [{ ctx, companyId, book }, others] = [await makeLab(), await makeLab()];
    const operator = contextFor(ctx.organisationId, { role: 'operator' });
    await expect(switchOnFault(operator, { companyId, kind })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(switchOffFaults(operator, { companyId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listFaultyCompanies(operator)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(switchOnFault(others.ctx, { companyId, kind })).rejects.toMatchObject({ code: 'not-found' });
    const idle = await makeCompany(ctx, { integration: 'SANDBOX' });
    await expect(switchOnFault(ctx, { companyId: idle.companyId, kind })).rejects.toMatchObject({ code: 'invalid' });
    expect(await faultsOf(book)).toEqual([]);
  });

  test('while the sandbox is away, or where there is none; the audit log says nothing then', async () => {
    const books = await makeLab();
    const { ctx, companyId } = books;
    process.env.SANDBOX_URL = 'http://127.0.0.1:9';
    resetEnv();
    await expect(switchOnFault(ctx, { companyId, kind })).rejects.toMatchObject({ code: 'unavailable' });
    delete process.env.SANDBOX_URL;
    resetEnv();
    expect(env().sandboxUrl).toBeUndefined();
    await expect(switchOnFault(ctx, { companyId, kind })).rejects.toMatchObject({ code: 'conflict' });
    expect(await auditOf(books)).toEqual([]);
  });
});
