import { beforeEach, describe, expect, it, test } from 'vitest';
import type { Role } from '../../../db/schema/enums.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { createMember } from '../members/mutations.ts';
import { getSavedView, listSavedViews } from './data.ts';
import { createSavedView, deleteSavedView, updateSavedView } from './mutations.ts';
import { viewQuery } from './view-query.ts';

await createTestDatabase();

let robin: Context;
let kim: Context;
let admin: Context;
let viewer: Context;
beforeEach(async () => {
  const { ctx } = await makeOrganisation();
  [robin, kim, admin, viewer] = await Promise.all([
    person(ctx, 'operator'),
    person(ctx, 'operator'),
    person(ctx, 'admin'),
    person(ctx, 'viewer'),
  ]);
});

async function person(ctx: Context, role: Role): Promise<Context> {
  const system = { ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } } as const;
  const email = `${role}-${crypto.randomUUID()}@example.com`;
  const { userId } = await createMember(system, { email, name: `A ${role}`, password: 'quiet harbour', role });
  const member = contextFor(ctx.organisationId, { role });
  return { ...member, actor: { type: 'user', id: userId, label: `A ${role}`, role } };
}

const names = async (ctx: Context) => (await listSavedViews(ctx, { list: 'companies' })).map(({ name }) => name);
const make = (ctx: Context, name: string, isShared = false) =>
  createSavedView(ctx, { list: 'companies', name, query: 'health=EXPIRED', isShared });

test("a view is its maker's alone unless it is for all, and of one list", async () => {
  await make(robin, 'mine');
  await make(robin, 'For all', true);
  expect(await names(robin)).toEqual(['For all', 'mine']);
  expect(await names(kim)).toEqual(['For all']);
  expect(await listSavedViews(robin, { list: 'syncs' })).toEqual([]);
  const [shared] = await listSavedViews(viewer, { list: 'companies' });
  expect(shared).toMatchObject({ query: 'health=EXPIRED', isShared: true, madeBy: 'A operator', mayChange: false });
});

test('who made a view changes it, and one for all also an admin', async () => {
  const mine = await make(robin, 'Mine');
  const shared = await make(robin, 'For all', true);
  await updateSavedView(robin, { viewId: mine.id, name: 'Still mine', query: 'q=acme&page=3' });
  expect(await getSavedView(robin, { list: 'companies', viewId: mine.id })).toMatchObject({
    name: 'Still mine',
    query: 'q=acme',
  });
  await expect(updateSavedView(kim, { viewId: mine.id, name: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(deleteSavedView(admin, { viewId: mine.id })).rejects.toMatchObject({ code: 'not-found' });
  await expect(updateSavedView(kim, { viewId: shared.id, name: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
  await updateSavedView(admin, { viewId: shared.id, name: 'Reworded' });
  await deleteSavedView(admin, { viewId: shared.id });
  expect(await names(robin)).toEqual(['Still mine']);
});

test('a viewer keeps views, and shares none', async () => {
  const { id } = await make(viewer, 'My own');
  await expect(make(viewer, 'For all', true)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(updateSavedView(viewer, { viewId: id, isShared: true })).rejects.toMatchObject({ code: 'forbidden' });
});

test('two views of a list never have one name for the same person', async () => {
  await make(robin, 'Expired');
  const refusal = { code: 'invalid', details: { issues: [{ path: 'name' }] } };
  await expect(make(robin, 'EXPIRED')).rejects.toMatchObject(refusal);
  await make(kim, 'Expired');
  await make(admin, 'Shared', true);
  await expect(make(robin, 'shared')).rejects.toMatchObject(refusal);
  await expect(make(robin, '  ')).rejects.toMatchObject(refusal);
});

test('another organisation finds no view by its id', async () => {
  const { id } = await make(robin, 'For all', true);
  const stranger = await person((await makeOrganisation()).ctx, 'owner');
  await expect(getSavedView(stranger, { list: 'companies', viewId: id })).rejects.toMatchObject({ code: 'not-found' });
  await expect(deleteSavedView(stranger, { viewId: id })).rejects.toMatchObject({ code: 'not-found' });
});

describe('what of an address a view keeps', () => {
  it('is search, filters, order and columns, and no place in the list', () => {
    expect(viewQuery(new URLSearchParams('sort=name&q=acme&after=x&page=4&view=1&columns=tags&health='))).toBe(
      'columns=tags&q=acme&sort=name',
    );
  });
});
