import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/audit.ts';
import { inviteLinks } from '../../../db/schema/companies.ts';
import { connections, modelConfigs } from '../../../db/schema/connections.ts';
import { syncs } from '../../../db/schema/syncs.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor } from '../../../db/testing/factories.ts';
import { startTestSandbox, type TestSandbox } from '../../../sandbox/testing/sandbox.ts';
import { openInviteLink } from '../../auth/invite-link-gate.ts';
import { sandboxDefinition } from '../../connectors/sandbox/definition.ts';
import type { Context } from '../../context.ts';
import { unseal } from '../../crypto/key-ring.ts';
import { resetEnv } from '../../env.ts';
import { runSync } from '../../worker/run-sync.ts';
import { getCompany } from '../companies/data.ts';
import { archiveCompany, restoreCompany } from '../companies/mutations.ts';
import { needsAttention } from '../incidents/data.ts';
import { getInviteLink } from '../invite-links/data.ts';
import { createInviteLink, revokeInviteLink } from '../invite-links/mutations.ts';
import { createOrganisation } from '../organisations/mutations.ts';
import { recordCounts } from '../records/data.ts';
import { startSync } from '../syncs/mutations.ts';
import { stopReading } from '../syncs/stop-reading.ts';
import { connectCompany, disconnectCompany } from './mutations.ts';
import { confirmReconnection, declineReconnection, proposedCompany } from './reconnection.ts';

await createTestDatabase();

const credentials = { companyKey: 'acme', secret: 'acme-secret' };
let sandbox: TestSandbox;
let ctx: Context;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  process.env.SANDBOX_URL = sandbox.url;
  process.env.SECRET_KEY = 'a test key of more than thirty-two characters';
  resetEnv();
  const founder = {
    actor: { type: 'system', id: 'test', label: 'Test' } as const,
    requestId: randomUUID(),
    now: new Date(),
    door: 'test',
  };
  ctx = (await createOrganisation(founder, { name: 'Ours' })).ctx;
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.setFaults('acme', []));

/** A company with its link, opened by the customer. */
async function invited(name = 'Acme') {
  const link = await createInviteLink(ctx, { companyName: name, integration: 'SANDBOX' });
  const access = await openInviteLink(link.id, { requestId: randomUUID(), now: new Date() });
  if (access.state !== 'open') throw new Error(`The link is ${access.state}`);
  return { link, companyId: link.companyId, customer: access.ctx };
}

const connectionOf = async (companyId: number) =>
  (await db().select().from(connections).where(eq(connections.companyId, companyId)))[0];

/** Ends the company's queued sync, so that the next step is not refused. */
const endSyncs = (companyId: number) =>
  db().update(syncs).set({ status: 'SUCCESS', endTime: new Date() }).where(eq(syncs.companyId, companyId));

/** What the audit log has of a company. */
const actionsOf = async (companyId: number) =>
  (await db().select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.companyId, companyId))).map(
    ({ action }) => action,
  );

/** Lets a worker take the company's queued sync. */
async function runQueuedSync(companyId: number) {
  const [sync] = await db()
    .select()
    .from(syncs)
    .where(and(eq(syncs.companyId, companyId), eq(syncs.status, 'QUEUED')));
  await runSync({ syncId: sync?.id ?? '' });
}

describe('connecting', () => {
  it('stores connection, sealed sign-in, model configs and the first sync at once', async () => {
    const { companyId, customer } = await invited();
    const outcome = await connectCompany(customer, { integration: 'SANDBOX', credentials });
    expect(outcome).toMatchObject({ connected: true, companyId, entityName: 'Acme Ltd' });
    const company = await getCompany(ctx, { companyId });
    expect(company.connection).toMatchObject({ id: `${companyId}_SANDBOX`, status: 'HEALTHY', entityName: 'Acme Ltd' });
    expect(company.inviteLink?.status).toBe('CONNECTED');
    expect(company.hasActiveSync).toBe(true);
    expect(company.modelsEnabled).toBe(sandboxDefinition.models.length);
    const configs = await db().select().from(modelConfigs).where(eq(modelConfigs.companyId, companyId));
    expect(configs).toHaveLength(sandboxDefinition.models.length);
  });

  it('keeps the secret sealed: it opens for this connection and for no other', async () => {
    const { companyId, customer } = await invited();
    await connectCompany(customer, { integration: 'SANDBOX', credentials });
    const row = await connectionOf(companyId);
    if (!row?.credentials || !row.credentialsKeyId) throw new Error('no credentials stored');
    const sealed = { keyId: row.credentialsKeyId, ciphertext: Buffer.from(row.credentials) };
    expect(sealed.ciphertext.includes('acme-secret')).toBe(false);
    expect(JSON.stringify(row.variables)).not.toContain('acme-secret');
    expect(unseal(sealed, { organisationId: ctx.organisationId, companyId })).toMatchObject(credentials);
    expect(() => unseal(sealed, { organisationId: ctx.organisationId, companyId: companyId + 1 })).toThrow();
  });

  it('says which field is wrong and stores nothing when the sign-in is refused', async () => {
    const { companyId, customer } = await invited();
    const outcome = await connectCompany(customer, {
      integration: 'SANDBOX',
      credentials: { ...credentials, secret: 'no' },
    });
    expect(outcome).toMatchObject({ connected: false, failureClass: 'credentials' });
    expect(await connectionOf(companyId)).toBeUndefined();
    expect((await getCompany(ctx, { companyId })).inviteLink?.status).toBe('PENDING');
  });

  it('keeps how far the customer came with the link: what refused them, and once records were read whole, the end', async () => {
    const { link, companyId, customer } = await invited();
    const wrong = { ...credentials, secret: 'no' };
    await connectCompany(customer, { integration: 'SANDBOX', credentials: wrong });
    const [refused] = await db().select().from(inviteLinks).where(eq(inviteLinks.id, link.id));
    expect(refused).toMatchObject({
      authorisedAt: null,
      refusedAt: customer.now,
      refusedIntegration: 'SANDBOX',
      refusalClass: 'credentials',
    });
    await connectCompany(customer, { integration: 'SANDBOX', credentials });
    expect((await getInviteLink(ctx, { inviteLinkId: link.id })).reached).toBe('AUTHORISED');
    await runQueuedSync(companyId);
    expect((await getInviteLink(ctx, { inviteLinkId: link.id })).reached).toBe('FIRST_RECORD');
  });

  it('names every missing and every unasked field of the form', async () => {
    const { customer } = await invited();
    const attempt = connectCompany(customer, { integration: 'SANDBOX', credentials: { companyKey: ' ', shoe: '43' } });
    await expect(attempt).rejects.toMatchObject({
      code: 'invalid',
      details: {
        issues: expect.arrayContaining([
          expect.objectContaining({ path: 'credentials.companyKey' }),
          expect.objectContaining({ path: 'credentials.secret' }),
          expect.objectContaining({ path: 'credentials.shoe' }),
        ]),
      },
    });
  });

  it('refuses a platform that the link is not for', async () => {
    const { customer } = await invited();
    const attempt = connectCompany(customer, { integration: 'TRYTON', credentials: {} });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is over when the link was revoked meanwhile', async () => {
    const { link, companyId, customer } = await invited();
    await revokeInviteLink(ctx, { inviteLinkId: link.id });
    await expect(connectCompany(customer, { integration: 'SANDBOX', credentials })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await connectionOf(companyId)).toBeUndefined();
  });
});

describe('disconnecting', () => {
  it('waits for a running sync, then erases the sign-in and keeps company and link', async () => {
    const { companyId, customer } = await invited();
    await connectCompany(customer, { integration: 'SANDBOX', credentials });
    await expect(disconnectCompany(ctx, { companyId })).rejects.toMatchObject({ code: 'conflict' });
    await endSyncs(companyId);
    await disconnectCompany(ctx, { companyId });
    const row = await connectionOf(companyId);
    expect(row).toMatchObject({ status: 'DISCONNECTED', credentials: null, credentialsKeyId: null, variables: {} });
    expect((await getCompany(ctx, { companyId })).inviteLink?.status).toBe('PENDING');
    await expect(disconnectCompany(ctx, { companyId })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('by the customer takes a sync with it that waits, and waits for one that reads', async () => {
    const { companyId, customer } = await invited();
    await connectCompany(customer, { integration: 'SANDBOX', credentials });
    expect(await stopReading(customer, { companyId })).toBe(true);
    await disconnectCompany(customer, { companyId });
    await connectCompany(customer, { integration: 'SANDBOX', credentials });
    // A worker has it.
    await db()
      .update(syncs)
      .set({ status: 'RUNNING', claim: randomUUID(), heartbeatAt: new Date() })
      .where(and(eq(syncs.companyId, companyId), eq(syncs.status, 'QUEUED')));
    expect(await stopReading(customer, { companyId })).toBe(false);
    expect(await stopReading(customer, { companyId })).toBe(false);
    expect((await actionsOf(companyId)).filter((action) => action === 'sync.cancelled')).toHaveLength(2);
    await endSyncs(companyId);
    expect(await stopReading(customer, { companyId })).toBe(true);
    const stranger = (await invited('Stranger')).customer;
    await expect(stopReading(stranger, { companyId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('by the customer works for their own company alone', async () => {
    const mine = await invited('Mine');
    const theirs = await invited('Theirs');
    await connectCompany(theirs.customer, { integration: 'SANDBOX', credentials });
    await endSyncs(theirs.companyId);
    const attempt = disconnectCompany(mine.customer, { companyId: theirs.companyId });
    await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
    await disconnectCompany(theirs.customer, { companyId: theirs.companyId });
    expect((await connectionOf(theirs.companyId))?.status).toBe('DISCONNECTED');
  });
});

describe('connecting again', () => {
  it('with the same link takes up the same company of the platform', async () => {
    const { companyId, customer } = await invited();
    await connectCompany(customer, { integration: 'SANDBOX', credentials });
    await endSyncs(companyId);
    await disconnectCompany(ctx, { companyId });
    const again = await connectCompany(customer, { integration: 'SANDBOX', credentials });
    expect(again).toMatchObject({ connected: true, companyId });
  });

  /** A company whose customer signed in to another one of the platform than before. */
  async function proposed(options: { disconnected?: boolean } = {}) {
    await sandbox.call('POST', '/_admin/books', { body: { id: 'beta', name: 'Beta', ephemeral: true } });
    const { companyId, customer } = await invited();
    await connectCompany(customer, { integration: 'SANDBOX', credentials });
    await endSyncs(companyId);
    if (options.disconnected) await disconnectCompany(ctx, { companyId });
    const outcome = await connectCompany(customer, {
      integration: 'SANDBOX',
      credentials: { companyKey: 'beta', secret: 'beta-secret' },
    });
    return { companyId, customer, outcome };
  }

  it('waits as PENDING when the sign-in leads to another company: nothing is read, and its own sign-in stays', async () => {
    const { companyId, outcome } = await proposed();
    expect(outcome).toMatchObject({ connected: false, failureClass: 'wrong-company' });
    const row = await connectionOf(companyId);
    expect(row).toMatchObject({ entityId: 'acme', status: 'PENDING', failure: { failureClass: 'wrong-company' } });
    expect(await proposedCompany(ctx, { companyId })).toMatchObject({ entityId: 'beta', entityName: 'Beta' });
    await expect(startSync(ctx, { companyId })).rejects.toMatchObject({ code: 'invalid' });
    const [attention] = (await needsAttention(ctx)).flatMap((entry) =>
      entry.companies.filter(({ id }) => id === companyId),
    );
    expect(attention?.proposed).toBe('Beta');
  });

  it('goes on with the other company once an operator has confirmed it, and reads all of it', async () => {
    const { companyId } = await proposed();
    await confirmReconnection(ctx, { companyId });
    expect(await connectionOf(companyId)).toMatchObject({ entityId: 'beta', status: 'HEALTHY', failure: null });
    expect(await proposedCompany(ctx, { companyId })).toBeNull();
    const [sync] = await db()
      .select()
      .from(syncs)
      .where(and(eq(syncs.companyId, companyId), eq(syncs.status, 'QUEUED')));
    expect(sync).toMatchObject({ fullSync: true });
    expect(await actionsOf(companyId)).toContain('connection.other-company-confirmed');
    await expect(confirmReconnection(ctx, { companyId })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('marks the records of the company before as deleted, however many, once the other one was read', async () => {
    for (const [id, contacts] of [
      ['large', 80],
      ['small', 2],
    ] as const)
      await sandbox.call('POST', '/_admin/books', { body: { id, name: id, contacts, invoices: 0, ephemeral: true } });
    const { companyId, customer } = await invited();
    const signIn = async (id: string) =>
      connectCompany(customer, { integration: 'SANDBOX', credentials: { companyKey: id, secret: `${id}-secret` } });
    await signIn('large');
    await runQueuedSync(companyId);
    await signIn('small');
    await confirmReconnection(ctx, { companyId });
    await runQueuedSync(companyId);
    const contacts = (await recordCounts(ctx, { companyId })).find(({ model }) => model === 'CONTACT');
    // The books of the sandbox number their records alike: two ids are in both.
    expect(contacts).toMatchObject({ live: 2, deleted: 78 });
  });

  it('goes on with its own sign-in when an operator declines the other company', async () => {
    const { companyId } = await proposed();
    await declineReconnection(ctx, { companyId });
    expect(await connectionOf(companyId)).toMatchObject({ entityId: 'acme', status: 'HEALTHY', failure: null });
    expect(await proposedCompany(ctx, { companyId })).toBeNull();
    const closed = await proposed({ disconnected: true });
    await declineReconnection(ctx, { companyId: closed.companyId });
    expect(await connectionOf(closed.companyId)).toMatchObject({ status: 'DISCONNECTED', credentials: null });
  });

  it('forgets what waits when the customer signs in to the right company after all', async () => {
    const { companyId, customer } = await proposed();
    expect(await connectCompany(customer, { integration: 'SANDBOX', credentials })).toMatchObject({ connected: true });
    expect(await proposedCompany(ctx, { companyId })).toBeNull();
    expect(await connectionOf(companyId)).toMatchObject({ status: 'HEALTHY' });
  });

  it('is confirmed by those alone who may change connections, of their own organisation', async () => {
    const { companyId, customer } = await proposed();
    const viewer = contextFor(ctx.organisationId, { role: 'viewer' });
    await expect(confirmReconnection(viewer, { companyId })).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = contextFor(ctx.organisationId + 1);
    await expect(confirmReconnection(stranger, { companyId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(confirmReconnection(customer, { companyId })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('works after an archived company was restored', async () => {
    const { companyId, customer } = await invited();
    await connectCompany(customer, { integration: 'SANDBOX', credentials });
    await endSyncs(companyId);
    await archiveCompany(ctx, { companyId });
    expect((await connectionOf(companyId))?.credentials).toBeNull();
    await restoreCompany(ctx, { companyId });
    expect(await connectCompany(customer, { integration: 'SANDBOX', credentials })).toMatchObject({ connected: true });
  });
});
