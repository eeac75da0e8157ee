import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { openInviteLink } from '../../auth/invite-link-gate.ts';
import { type Context, makeContext } from '../../context.ts';
import { getCompany } from '../companies/data.ts';
import { createOrganisation } from '../organisations/mutations.ts';
import { getInviteLink, listInviteLinks } from './data.ts';
import { createInviteLink, recordOpened, revokeInviteLink, updateInviteLink } from './mutations.ts';
import { createInviteLinkInput } from './schema.ts';

await createTestDatabase();

const dayMs = 86_400_000;
let ctx: Context;
let other: Context;

beforeAll(async () => {
  const founder = {
    actor: { type: 'system', id: 'test', label: 'Test' } as const,
    requestId: randomUUID(),
    now: new Date(),
    door: 'test',
  };
  ctx = (await createOrganisation(founder, { name: 'Ours' })).ctx;
  other = (await createOrganisation(founder, { name: 'Theirs' })).ctx;
});

const at = (now: Date): Context => makeContext({ ...ctx, now });
const newLink = (companyName: string, more = {}) =>
  createInviteLink(ctx, { companyName, integrationCategory: 'ACCOUNTING', ...more });

describe('creating a link', () => {
  it('makes the company with it and answers the address to send', async () => {
    const link = await newLink('Fresh', { syncFrom: new Date('2026-01-01T00:00:00Z') });
    expect(link).toMatchObject({ status: 'PENDING', companyName: 'Fresh', integration: null, openedCount: 0 });
    expect(link.url).toMatch(new RegExp(`/connect/${link.id}$`));
    const company = await getCompany(ctx, { companyId: link.companyId });
    expect(company.syncFrom?.toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  it('is refused for a platform that has no connector here, and makes no company', async () => {
    const before = (await listInviteLinks(ctx, { limit: 100 })).count;
    const attempt = createInviteLink(ctx, { companyName: 'Nowhere', integration: 'FRESHBOOKS' });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid', details: { issues: [{ path: 'integration' }] } });
    expect((await listInviteLinks(ctx, { limit: 100 })).count).toBe(before);
  });

  it('is refused when platform and category do not fit, or the expiry has passed', async () => {
    const misfit = createInviteLink(ctx, { companyName: 'X', integration: 'TRYTON', integrationCategory: 'PAYMENTS' });
    await expect(misfit).rejects.toMatchObject({ code: 'invalid' });
    await expect(newLink('X', { expiresAt: new Date(Date.now() - dayMs) })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('for an existing company needs that it has no live one', async () => {
    const first = await newLink('Again');
    const attempt = () => createInviteLink(ctx, { companyId: first.companyId, integrationCategory: 'ACCOUNTING' });
    await expect(attempt()).rejects.toMatchObject({ code: 'conflict' });
    await revokeInviteLink(ctx, { inviteLinkId: first.id });
    const second = await attempt();
    expect(second.companyId).toBe(first.companyId);
    expect(second.id).not.toBe(first.id);
  });

  it('takes the place of an expired one', async () => {
    const first = await newLink('Expired', { expiresAt: new Date(Date.now() + dayMs) });
    const later = at(new Date(Date.now() + 2 * dayMs));
    const second = await createInviteLink(later, { companyId: first.companyId, integrationCategory: 'ACCOUNTING' });
    expect(second.status).toBe('PENDING');
  });

  it('wants a company and a platform or category, and says so by field', () => {
    const parsed = createInviteLinkInput.safeParse({});
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['companyName', 'integration']);
  });
});

describe('a link', () => {
  it('is expired by the clock, lists as such, and opens nothing any more', async () => {
    const link = await newLink('Clock', { expiresAt: new Date(Date.now() + dayMs) });
    const later = new Date(Date.now() + 2 * dayMs);
    expect((await getInviteLink(at(later), { inviteLinkId: link.id })).status).toBe('EXPIRED');
    const expired = await listInviteLinks(at(later), { limit: 100, status: 'EXPIRED' });
    expect(expired.inviteLinks.map((one) => one.id)).toContain(link.id);
    expect(await openInviteLink(link.id, { requestId: randomUUID(), now: later })).toMatchObject({ state: 'expired' });
  });

  it('counts who opened it and keeps the first time', async () => {
    const link = await newLink('Opened');
    await recordOpened(ctx, { inviteLinkId: link.id });
    const first = (await getInviteLink(ctx, { inviteLinkId: link.id })).firstOpenedAt;
    await recordOpened(at(new Date(Date.now() + dayMs)), { inviteLinkId: link.id });
    expect(await getInviteLink(ctx, { inviteLinkId: link.id })).toMatchObject({ openedCount: 2, firstOpenedAt: first });
  });

  it('can be renamed and given more time, not once it is revoked', async () => {
    const link = await newLink('Before');
    const changed = await updateInviteLink(ctx, { inviteLinkId: link.id, companyName: 'After', expiresAt: null });
    expect(changed).toMatchObject({ companyName: 'After', expiresAt: null });
    await revokeInviteLink(ctx, { inviteLinkId: link.id });
    await revokeInviteLink(ctx, { inviteLinkId: link.id });
    const attempt = updateInviteLink(ctx, { inviteLinkId: link.id, companyName: 'Late' });
    await expect(attempt).rejects.toMatchObject({ code: 'conflict' });
    expect(await openInviteLink(link.id, { requestId: randomUUID(), now: new Date() })).toMatchObject({
      state: 'revoked',
    });
  });

  it('of another organisation is not found', async () => {
    const link = await newLink('Private');
    await expect(getInviteLink(other, { inviteLinkId: link.id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(revokeInviteLink(other, { inviteLinkId: link.id })).rejects.toMatchObject({ code: 'not-found' });
    const attempt = updateInviteLink(other, { inviteLinkId: link.id, companyName: 'Mine' });
    await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that does not exist opens nothing, whatever is written for it', async () => {
    for (const id of ['nope', randomUUID(), "' or 1=1"]) {
      expect(await openInviteLink(id, { requestId: randomUUID(), now: new Date() })).toEqual({ state: 'unknown' });
    }
  });
});

describe('walking the links', () => {
  async function walked(oldestFirst: boolean): Promise<string[]> {
    const seen: string[] = [];
    let cursor: { createdAt: string; id: string } | undefined;
    do {
      const page = await listInviteLinks(ctx, { limit: 3, cursor, oldestFirst });
      seen.push(...page.inviteLinks.map((link) => link.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    return seen;
  }

  it('shows each once, newest first or oldest first', async () => {
    const { count } = await listInviteLinks(ctx, { limit: 1 });
    const seen = await walked(false);
    expect(new Set(seen).size).toBe(count);
    expect(seen).toHaveLength(count);
    expect(await walked(true)).toEqual(seen.toReversed());
  });
});
