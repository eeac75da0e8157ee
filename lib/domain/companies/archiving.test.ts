import { beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { listAudit } from '../audit/data.ts';
import { createInviteLink } from '../invite-links/mutations.ts';
import { startSync } from '../syncs/mutations.ts';
import { getCompany } from './data.ts';
import { archiveCompanies, createCompany, restoreCompanies } from './mutations.ts';
import { getCompanyProfile } from './profiles.ts';

await createTestDatabase();

let ctx: Context;
beforeEach(async () => {
  ({ ctx } = await makeOrganisation());
});

async function connected(name: string): Promise<number> {
  const { companyId } = await makeCompany(ctx, { name, integration: 'SANDBOX' });
  await createInviteLink(ctx, { companyId, integrationCategory: 'ACCOUNTING' });
  await makeConnection(ctx, { companyId });
  return companyId;
}

const archivedOf = async (ids: number[]) =>
  Promise.all(ids.map(async (companyId) => (await getCompanyProfile(ctx, { companyId })).archivedAt !== null));

describe('archiving several', () => {
  it('takes links and connections with them, leaves one that is archived alone, and can be undone', async () => {
    const ids = [await connected('One'), (await createCompany(ctx, { name: 'Two' })).id];
    await archiveCompanies(ctx, { companyIds: ids.slice(1) });
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) };
    await archiveCompanies(later, { companyIds: [...ids, ...ids] });
    expect(await archivedOf(ids)).toEqual([true, true]);
    expect((await getCompanyProfile(ctx, { companyId: ids[1] ?? 0 })).archivedAt).toEqual(ctx.now);
    const archived = await getCompany(ctx, { companyId: ids[0] ?? 0, includeArchived: true });
    expect([archived.inviteLink?.status, archived.connection?.status]).toEqual(['REVOKED', 'DISCONNECTED']);
    await restoreCompanies(later, { companyIds: ids });
    await restoreCompanies(later, { companyIds: ids });
    expect(await archivedOf(ids)).toEqual([false, false]);
    expect((await getCompany(ctx, { companyId: ids[0] ?? 0 })).inviteLink?.status).toBe('PENDING');
  });

  it('archives none of them while one is busy, and names that one', async () => {
    const ids = [await connected('Idle'), await connected('Busy Bakery')];
    await startSync(ctx, { companyId: ids[1] ?? 0 });
    await expect(archiveCompanies(ctx, { companyIds: ids })).rejects.toMatchObject({
      code: 'conflict',
      message: 'Busy Bakery: a sync or a write is running; wait for it to end or cancel it',
    });
    expect(await archivedOf(ids)).toEqual([false, false]);
  });

  it('archives none of them when one is not there', async () => {
    const { id } = await createCompany(ctx, { name: 'One' });
    const other = (await makeOrganisation()).ctx;
    const theirs = await createCompany(other, { name: 'Theirs' });
    const attempt = archiveCompanies(ctx, { companyIds: [id, theirs.id] });
    await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
    expect(await archivedOf([id])).toEqual([false]);
  });

  it('leaves an audit row that says through which dialect and token it came', async () => {
    const { id } = await createCompany(ctx, { name: 'One' });
    const token: Context = {
      ...ctx,
      actor: { type: 'access-token', id: 'token-1', label: 'CRM', readOnly: false },
      door: 'jsonapi-v2',
    };
    await archiveCompanies(token, { companyIds: [id] });
    await restoreCompanies({ ...token, door: 'connector-v1' }, { companyIds: [id] });
    expect(await listAudit(ctx, { companyId: id, limit: 2 })).toMatchObject([
      { action: 'company.restored', actorType: 'access-token', actorLabel: 'CRM', door: 'connector-v1' },
      { action: 'company.archived', actorType: 'access-token', actorLabel: 'CRM', door: 'jsonapi-v2' },
    ]);
    expect((await getCompanyProfile(ctx, { companyId: id })).settings).toEqual({});
  });
});
