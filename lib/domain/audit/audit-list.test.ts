import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { walked } from '../../http/testing/walked.ts';
import { archiveCompany, deleteCompany, renameCompany } from '../companies/mutations.ts';
import { createInviteLink } from '../invite-links/mutations.ts';
import { auditChanges } from './audit-changes.ts';
import { auditEntry, auditListCount, auditListItems, auditListPage } from './audit-list.ts';

await createTestDatabase();

const page = (ctx: Context, query = '') => auditListPage(ctx, new URLSearchParams(query));
const actions = async (ctx: Context, query: string) => (await page(ctx, query)).rows.map((entry) => entry.action);

test('lists what was done in the organisation, newest first, with who, how and to whom', async () => {
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx, { name: 'Old' });
  await renameCompany(ctx, { companyId, name: 'New' });
  const { rows, next } = await page(ctx);
  expect(rows[0]).toMatchObject({
    action: 'company.renamed',
    actorLabel: 'Robin Operator',
    door: 'console',
    company: { id: companyId, name: 'New' },
    before: { name: 'Old' },
    after: { name: 'New' },
    requestId: ctx.requestId,
  });
  expect(rows.at(-1)?.action).toBe('organisation.created');
  expect(next).toBeNull();
  expect(await auditListCount(ctx, new URLSearchParams())).toBe(rows.length);
  expect(await auditEntry(ctx, { entryId: String(rows[0]?.id) })).toEqual(rows[0]);
});

test('narrows by what, how, when, whose and by words', async () => {
  const { ctx } = await makeOrganisation({ now: new Date('2026-03-02T10:00:00Z') });
  const { companyId } = await makeCompany(ctx, { name: 'Café Nord' });
  await renameCompany(ctx, { companyId, name: 'Café Süd' });
  const link = await createInviteLink(ctx, { companyName: 'Elsewhere', integrationCategory: 'ACCOUNTING' });
  const later = { ...ctx, now: new Date('2026-03-20T10:00:00Z'), door: 'core-v4', requestId: 'the-request' };
  await archiveCompany(later, { companyId });

  expect(await actions(later, 'about=invite-links')).toEqual(['invite-link.created']);
  expect(await actions(later, 'about=companies,nonsense&since=7d')).toEqual(['company.archived']);
  expect(await actions(later, 'about=other')).toEqual([]);
  expect(await actions(later, 'through=core-v4')).toEqual(['company.archived']);
  expect(await actions(later, `company=${companyId}`)).toEqual(['company.archived', 'company.renamed']);
  expect(await actions(later, 'q=cafe sud')).toEqual(['company.archived', 'company.renamed']);
  expect(await actions(later, 'q=robin&through=core-v4')).toEqual(['company.archived']);
  expect(await actions(later, 'q=the-request')).toEqual(['company.archived']);
  expect(await actions(later, `q=${link.id}`)).toEqual(['invite-link.created']);
  expect(await actions(later, 'q=100%25')).toEqual([]);
});

test('pages lead through everything once', async () => {
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx);
  for (const name of ['A', 'B', 'C', 'D']) await renameCompany(ctx, { companyId, name });
  const ofCompany = new URLSearchParams({ company: String(companyId) });
  const seen: number[] = [];
  let after: string | null = null;
  do {
    const part: Awaited<ReturnType<typeof auditListItems>> = await auditListItems(ctx, ofCompany, { after, limit: 3 });
    seen.push(...part.rows.map((entry) => entry.id));
    after = part.next;
  } while (after);
  expect(seen).toHaveLength(4);
  expect(seen).toEqual([...new Set(seen)].sort((one, other) => other - one));
});

test('what was done to a company that is gone stays, without its name', async () => {
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx, { name: 'Gone' });
  await deleteCompany({ ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } }, { companyId });
  const { rows } = await page(ctx, `company=${companyId}`);
  expect(rows[0]).toMatchObject({ action: 'company.deleted', company: { id: companyId, name: null } });
});

test('another organisation sees nothing of it, and no entry by its id', async () => {
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx);
  await archiveCompany(ctx, { companyId });
  const [entry] = (await page(ctx)).rows;
  const stranger = await makeOrganisation();
  expect(await actions(stranger.ctx, `company=${companyId}`)).toEqual([]);
  await expect(auditEntry(stranger.ctx, { entryId: String(entry?.id) })).rejects.toMatchObject({ code: 'not-found' });
  await expect(auditEntry(ctx, { entryId: 'x' })).rejects.toMatchObject({ code: 'not-found' });
});

test('what the address can not mean is left out', async () => {
  const { ctx } = await makeOrganisation();
  const everything = (await page(ctx)).rows;
  expect((await page(ctx, 'company=x&about=&since=tomorrow&after=no')).rows).toEqual(everything);
});

test('changes are told value by value, and what stayed is left out', () => {
  const before = { name: 'Old', tagList: ['a'], INVOICE: { enabled: true, interval: 1 }, gone: 'x' };
  const after = { name: 'New', tagList: ['a', 'b'], INVOICE: { enabled: true, interval: 2 }, made: false };
  expect(auditChanges(before, after)).toEqual([
    { path: 'name', before: 'Old', after: 'New' },
    { path: 'tagList', before: 'a', after: 'a, b' },
    { path: 'INVOICE.interval', before: '1', after: '2' },
    { path: 'gone', before: 'x', after: null },
    { path: 'made', before: null, after: 'no' },
  ]);
  expect(auditChanges(null, null)).toEqual([]);
});

test('is read from its beginning where that is asked for, each entry on one page', async () => {
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx, { name: 'Old' });
  await renameCompany(ctx, { companyId, name: 'New' });
  const query = new URLSearchParams({ sort: 'createdAt' });
  const newestFirst = (await page(ctx)).rows.map(({ id }) => id);
  const entries = await walked((after) => auditListItems(ctx, query, { after, limit: 1 }));
  expect(entries.map(({ id }) => id)).toEqual(newestFirst.toReversed());
});
