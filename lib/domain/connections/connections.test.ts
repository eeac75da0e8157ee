import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '../../../db/client.ts';
import { connections, modelConfigs } from '../../../db/schema/connections.ts';
import { syncs } from '../../../db/schema/syncs.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { startTestSandbox, type TestSandbox } from '../../../sandbox/testing/sandbox.ts';
import { openInviteLink } from '../../auth/invite-link-gate.ts';
import { sandboxDefinition } from '../../connectors/sandbox/definition.ts';
import type { Context } from '../../context.ts';
import { unseal } from '../../crypto/key-ring.ts';
import { resetEnv } from '../../env.ts';
import { getCompany } from '../companies/data.ts';
import { archiveCompany, restoreCompany } from '../companies/mutations.ts';
import { createInviteLink, revokeInviteLink } from '../invite-links/mutations.ts';
import { createOrganisation } from '../organisations/mutations.ts';
import { connectCompany, disconnectCompany } from './mutations.ts';

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

  it('is refused, with nothing changed, when the sign-in leads to another company', async () => {
    await sandbox.call('POST', '/_admin/books', { body: { id: 'beta', name: 'Beta', ephemeral: true } });
    const { companyId, customer } = await invited();
    await connectCompany(customer, { integration: 'SANDBOX', credentials });
    await endSyncs(companyId);
    const outcome = await connectCompany(customer, {
      integration: 'SANDBOX',
      credentials: { companyKey: 'beta', secret: 'beta-secret' },
    });
    expect(outcome).toMatchObject({ connected: false, failureClass: 'wrong-company' });
    expect((await connectionOf(companyId))?.entityId).toBe('acme');
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
