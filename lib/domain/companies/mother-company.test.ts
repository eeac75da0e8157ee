import { beforeEach, expect, it } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { createCompany, deleteCompany, updateCompany } from './mutations.ts';
import { getCompanyProfile } from './profiles.ts';

await createTestDatabase();

let ctx: Context;
beforeEach(async () => {
  ({ ctx } = await makeOrganisation());
});

const make = (name: string, motherCompanyId?: string) => createCompany(ctx, { name, motherCompanyId });
const under = (companyId: number, motherCompanyId: string | null) =>
  updateCompany(ctx, { companyId, changes: { motherCompanyId } });
const refused = (message: string) => ({ code: 'invalid', details: { issues: [{ path: 'motherCompanyId', message }] } });
const circle = refused('must not be the company itself or one below it');

it('a mother is never the company itself or one below it', async () => {
  const top = await make('Top');
  const middle = await make('Middle', top.uuid);
  const bottom = await make('Bottom', middle.uuid);
  expect(bottom).toMatchObject({ motherCompanyId: middle.uuid, motherCompanyName: 'Middle' });
  for (const { uuid } of [top, middle, bottom]) await expect(under(top.id, uuid)).rejects.toMatchObject(circle);
  await under(middle.id, null);
  await expect(under(top.id, bottom.uuid)).resolves.toMatchObject({ motherCompanyId: bottom.uuid });
});

it('of many changes at once that would close a circle together, one at least is refused', async () => {
  const ring = await Promise.all(Array.from({ length: 12 }, (_, index) => make(`Ring ${index}`)));
  const changes = ring.map(({ id }, index) => under(id, ring[(index + 1) % ring.length]?.uuid ?? ''));
  const answers = await Promise.allSettled(changes);
  const failed = answers.filter((answer) => answer.status === 'rejected');
  expect(failed).toHaveLength(1);
  expect(failed[0]?.reason).toMatchObject(circle);
});

it('a mother is of the same chain', async () => {
  const [chain] = await sqlClient()<{ id: string }[]>`
    insert into chains (organisation_id, name, created_at) values (${ctx.organisationId}, 'North', now()) returning id`;
  const north = await createCompany(ctx, { name: 'North', chainId: chain?.id });
  expect(north).toMatchObject({ chainId: chain?.id, number: 1 });
  await expect(make('South', north.uuid)).rejects.toMatchObject(refused('must be a company of the same chain'));
});

it('a company whose mother is deleted has none', async () => {
  const mother = await make('Mother');
  const child = await make('Child', mother.uuid);
  const owner: Context = { ...ctx, actor: { type: 'user', id: ctx.actor.id, label: 'O', role: 'owner' } };
  await deleteCompany(owner, { companyId: mother.id });
  expect(await getCompanyProfile(ctx, { companyId: child.id })).toMatchObject({ motherCompanyId: null });
});
