import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation, type TestOrganisation } from '../../../db/testing/factories.ts';
import { createInviteLink } from '../invite-links/mutations.ts';
import { startSync } from '../syncs/mutations.ts';
import { findAnything } from './data.ts';

await createTestDatabase();

async function makeContact(company: { companyId: number }, name: string): Promise<number> {
  const [row] = await sqlClient()`
    insert into record_contacts (company_id, platform_id, data_hash, rootfi_created_at, rootfi_updated_at, name)
    values (${company.companyId}, ${name}, repeat('0', 40), now(), now(), ${name}) returning rootfi_id`;
  return Number(row?.rootfi_id);
}

const find = ({ ctx }: TestOrganisation, q: string, company?: number) => findAnything(ctx, { q, company });

test('companies are found by a part of their name and by their id, archived or not', async () => {
  const organisation = await makeOrganisation();
  const { companyId } = await makeCompany(organisation.ctx, { name: 'Harbour & Lane', integration: 'SANDBOX' });
  const expected = [{ id: companyId, name: 'Harbour & Lane', platform: 'Sandbox', isArchived: false }];
  expect((await find(organisation, 'bour')).companies).toEqual(expected);
  expect((await find(organisation, String(companyId))).companies).toEqual(expected);
  await sqlClient()`update companies set archived_at = now() where id = ${companyId}`;
  expect((await find(organisation, 'bour')).companies).toEqual([{ ...expected[0], isArchived: true }]);
});

test('companies whose name begins so come first', async () => {
  const organisation = await makeOrganisation();
  for (const name of ['Aharon Ltd', 'Harbour & Lane', 'Haringey']) await makeCompany(organisation.ctx, { name });
  expect((await find(organisation, 'har')).companies.map(({ name }) => name)).toEqual([
    'Harbour & Lane',
    'Haringey',
    'Aharon Ltd',
  ]);
});

test('a link is found by its company and by its id, a sync by its id and its request', async () => {
  const organisation = await makeOrganisation();
  const link = await createInviteLink(organisation.ctx, {
    companyName: 'Quarry Road',
    integrationCategory: 'ACCOUNTING',
  });
  await makeConnection(organisation.ctx, link);
  const sync = await startSync(organisation.ctx, { companyId: link.companyId });
  const found = { id: link.id, companyId: link.companyId, companyName: 'Quarry Road' };
  expect((await find(organisation, 'quarry')).inviteLinks).toMatchObject([found]);
  expect((await find(organisation, link.id)).inviteLinks).toMatchObject([found]);
  for (const id of [sync.id, organisation.ctx.requestId]) {
    expect((await find(organisation, id)).syncs).toMatchObject([{ id: sync.id, companyName: 'Quarry Road' }]);
  }
});

test('contacts are found by how their name begins, and in the open company by any part of it or their id', async () => {
  const organisation = await makeOrganisation();
  const [open, other] = [await makeCompany(organisation.ctx), await makeCompany(organisation.ctx, { name: 'Other' })];
  const [here, there] = [await makeContact(open, 'Old Zebra Prints'), await makeContact(other, 'Zebra Interiors')];
  const ids = async (q: string, company?: number) =>
    (await find(organisation, q, company)).contacts.map(({ rootfiId }) => rootfiId);
  expect(await ids('zebra')).toEqual([there]);
  expect(await ids('zebra', open.companyId)).toEqual([here, there]);
  expect(await ids(String(here), open.companyId)).toEqual([here]);
  expect(await ids('%', open.companyId)).toEqual([]);
});

test('nothing of another organisation is found, even by an id or with its company open', async () => {
  const [mine, other] = [await makeOrganisation(), await makeOrganisation()];
  const link = await createInviteLink(other.ctx, { companyName: 'Hidden Works', integrationCategory: 'ACCOUNTING' });
  await makeConnection(other.ctx, link);
  const sync = await startSync(other.ctx, { companyId: link.companyId });
  await makeContact(link, 'Hidden Contact');
  for (const q of ['hidden', String(link.companyId), link.id, sync.id, other.ctx.requestId]) {
    expect(await find(mine, q, link.companyId)).toEqual({ companies: [], contacts: [], inviteLinks: [], syncs: [] });
  }
});

test('without words nothing is looked for', async () => {
  const organisation = await makeOrganisation();
  await makeCompany(organisation.ctx);
  expect((await find(organisation, '')).companies).toEqual([]);
});
