import { beforeEach, expect, it } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { walked } from '../../http/testing/walked.ts';
import { createCompany } from '../companies/mutations.ts';
import { projectListCount, projectListItems, projectListPage } from './project-list.ts';
import { createProject } from './projects.ts';

await createTestDatabase();

let ctx: Context;
let [harbour, quarry] = [0, 0];
beforeEach(async () => {
  ctx = contextFor((await makeOrganisation()).organisationId);
  harbour = (await createCompany(ctx, { name: 'Harbour Lane' })).id;
  quarry = (await createCompany(ctx, { name: 'Quärry & Sons' })).id;
});

const page = (query: Record<string, string> = {}, by = ctx) => projectListPage(by, new URLSearchParams(query));
const names = async (query: Record<string, string>, by = ctx) => (await page(query, by)).rows.map(({ name }) => name);

it('pages newest first without leaving one out or showing one twice', async () => {
  for (let at = 1; at <= 60; at += 1) await createProject(ctx, { companyId: harbour, name: `Project ${at}` });
  const first = await page();
  expect([first.rows[0]?.name, first.rows.length]).toEqual(['Project 60', 50]);
  expect(await projectListCount(ctx, new URLSearchParams())).toBe(60);
  await createProject(ctx, { companyId: harbour, name: 'Meanwhile' });
  const second = await page({ after: String(first.next) });
  expect([second.rows[0]?.name, second.rows.length, second.next]).toEqual(['Project 10', 10, null]);
  expect((await page({ after: 'no cursor' })).rows[0]?.name).toBe('Meanwhile');
});

it('finds projects by their names and those of their companies, and signs in them stand for themselves', async () => {
  await createProject(ctx, { companyId: harbour, name: 'New roof' });
  await createProject(ctx, { companyId: quarry, name: '100% rebuild' });
  expect(await names({ q: 'ROOF' })).toEqual(['New roof']);
  expect(await names({ q: 'quarry' })).toEqual(['100% rebuild']);
  expect(await names({ q: '%' })).toEqual(['100% rebuild']);
  expect(await projectListCount(ctx, new URLSearchParams({ q: 'nothing' }))).toBe(0);
});

it('shows what is within reach', async () => {
  await createProject(ctx, { companyId: harbour, name: 'Ours' });
  await createProject(ctx, { companyId: quarry, name: 'Beyond' });
  const other = contextFor((await makeOrganisation()).organisationId);
  expect(await names({}, other)).toEqual([]);
  expect(await names({}, { ...ctx, reach: { kind: 'companies', companyIds: [harbour] } })).toEqual(['Ours']);
});

it('is walked in both directions', async () => {
  for (const name of ['One', 'Two', 'Three']) await createProject(ctx, { companyId: harbour, name });
  const inOrder = async (sort: string) => {
    const query = new URLSearchParams({ sort });
    const rows = await walked((after) => projectListItems(ctx, query, { after, limit: 1 }));
    return rows.map(({ name }) => name);
  };
  expect(await inOrder('id')).toEqual(['One', 'Two', 'Three']);
  expect(await inOrder('-id')).toEqual(['Three', 'Two', 'One']);
});
