import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context, Reach } from '../../context.ts';
import { listAudit } from '../audit/data.ts';
import { getInviteLink, listInviteLinks } from '../invite-links/data.ts';
import { createInviteLink, revokeInviteLink } from '../invite-links/mutations.ts';
import { listRecords } from '../records/data.ts';
import { listModelConfigs } from '../sync-config/data.ts';
import { activeSync, getSync, listOrganisationSyncs, listSyncs, syncProgress } from '../syncs/data.ts';
import { cancelSync, startSync } from '../syncs/mutations.ts';
import { getCompany, listCompanies } from './data.ts';
import { archiveCompany, renameCompany, restoreCompany } from './mutations.ts';

await createTestDatabase();

interface Known {
  companyId: number;
  inviteLinkId: string;
  syncId: string;
}

let ctx: Context;
let within: Known;
let beyond: Known;
let reaches: Record<'companies' | 'chains', Reach>;

beforeAll(async () => {
  ({ ctx } = await makeOrganisation());
  [within, beyond] = [await makeKnown('Within'), await makeKnown('Beyond')];
  const [chain] = await sqlClient()<{ id: string }[]>`
    insert into chains (organisation_id, name, is_default, created_at)
    values (${ctx.organisationId}, 'North', false, ${ctx.now}) returning id`;
  await sqlClient()`update companies set chain_id = ${chain?.id ?? ''} where id = ${within.companyId}`;
  reaches = {
    companies: { kind: 'companies', companyIds: [within.companyId] },
    chains: { kind: 'chains', chainIds: [chain?.id ?? ''] },
  };
});

async function makeKnown(name: string): Promise<Known> {
  const { companyId } = await makeCompany(ctx, { name, integration: 'SANDBOX' });
  const link = await createInviteLink(ctx, { companyId, integrationCategory: 'ACCOUNTING' });
  await makeConnection(ctx, { companyId });
  const sync = await startSync(ctx, { companyId });
  return { companyId, inviteLinkId: link.id, syncId: sync.id };
}

describe.each(['companies', 'chains'] as const)('within a reach of some %s', (kind) => {
  const limited = (): Context => ({ ...ctx, reach: reaches[kind] });

  test('lists and their counts hold no other company', async () => {
    const { companies, count } = await listCompanies(limited(), { limit: 10 });
    expect([companies.map(({ id }) => id), count]).toEqual([[within.companyId], 1]);
    expect((await listCompanies(limited(), { limit: 10, search: 'beyond' })).count).toBe(0);
    const links = await listInviteLinks(limited(), { limit: 10 });
    expect([links.inviteLinks.map(({ id }) => id), links.count]).toEqual([[within.inviteLinkId], 1]);
    const { syncs } = await listOrganisationSyncs(limited(), {});
    expect(syncs.map(({ id }) => id)).toEqual([within.syncId]);
    const configs = await listModelConfigs(limited(), { companyIds: [within.companyId, beyond.companyId] });
    expect([...configs.keys()]).toEqual([within.companyId]);
  });

  test('what is within it is found, and nothing else', async () => {
    const reads = (known: Known) => [
      () => getCompany(limited(), known),
      () => listRecords(limited(), { companyId: known.companyId, model: 'CONTACT' }),
      () => getInviteLink(limited(), known),
      () => listSyncs(limited(), { companyId: known.companyId }),
      () => getSync(limited(), known),
    ];
    for (const read of reads(within)) await expect(read()).resolves.toBeDefined();
    for (const read of reads(beyond)) await expect(read()).rejects.toMatchObject({ code: 'not-found' });
    expect(await activeSync(limited(), within)).not.toBeNull();
    expect(await activeSync(limited(), beyond)).toBeNull();
    expect(await syncProgress(limited(), beyond)).toBeNull();
    expect(await listAudit(limited(), { ...within, limit: 1 })).toHaveLength(1);
    expect(await listAudit(limited(), { ...beyond, limit: 1 })).toEqual([]);
  });

  test('nothing beyond it is changed', async () => {
    const { companyId } = beyond;
    const writes = [
      () => renameCompany(limited(), { companyId, name: 'Renamed' }),
      () => archiveCompany(limited(), { companyId }),
      () => restoreCompany(limited(), { companyId }),
      () => createInviteLink(limited(), { companyId, integrationCategory: 'ACCOUNTING' }),
      () => revokeInviteLink(limited(), { inviteLinkId: beyond.inviteLinkId }),
      () => revokeInviteLink(limited(), { companyId }),
      () => startSync(limited(), { companyId }),
      () => cancelSync(limited(), beyond),
    ];
    for (const write of writes) await expect(write()).rejects.toMatchObject({ code: 'not-found' });
    const attempt = createInviteLink(limited(), { companyName: 'New', integrationCategory: 'ACCOUNTING' });
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  });
});
