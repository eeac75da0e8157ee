import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '../../../db/client.ts';
import { inviteLinks } from '../../../db/schema/companies.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { type Context, makeContext } from '../../context.ts';
import { createOrganisation } from '../organisations/mutations.ts';
import { listInviteLinks } from './data.ts';
import { inviteFunnel } from './funnel.ts';
import { createInviteLink, recordOpened } from './mutations.ts';
import { authorisedColumns, recordFirstRecord, recordPlatformChosen, recordRefusal } from './steps.ts';

await createTestDatabase();

const now = new Date('2026-11-20T12:00:00Z');
const dayMs = 86_400_000;
let ctx: Context;
/** Of another organisation. */
let theirs: Context;

beforeAll(async () => {
  const founder = {
    actor: { type: 'system', id: 'test', label: 'Test' } as const,
    requestId: randomUUID(),
    now,
    door: 'test',
  };
  ctx = (await createOrganisation(founder, { name: 'Ours' })).ctx;
  theirs = (await createOrganisation(founder, { name: 'Theirs' })).ctx;
  await link(theirs, 'Foreign');
  await link(ctx, 'Unopened');
  await opened(await link(ctx, 'Looked'));
  await chosen(await link(ctx, 'Gave up'));
  const refused = await link(ctx, 'Refused');
  await chosen(refused);
  await refuse(refused, 'platform-down');
  await refuse(refused, 'credentials');
  const mended = await link(ctx, 'Refused and mended');
  await refuse(mended, 'credentials');
  await authorised(mended);
  const done = await link(ctx, 'Done');
  await opened(done);
  await authorised(done);
  await firstRecord(done);
  const old = await link(makeContext({ ...ctx, now: new Date(now.getTime() - 60 * dayMs) }), 'Old');
  await opened(old);
  // Made for a company that was connected already.
  const again = await link(ctx, 'Again');
  await db().update(inviteLinks).set({ status: 'CONNECTED' }).where(eq(inviteLinks.id, again.id));
});

const link = (context: Context, companyName: string) =>
  createInviteLink(context, { companyName, integrationCategory: 'ACCOUNTING' });
type Made = Awaited<ReturnType<typeof link>>;

const opened = ({ id }: Made) => recordOpened(ctx, { inviteLinkId: id });
const refuse = ({ id }: Made, failureClass: 'credentials' | 'platform-down') =>
  recordRefusal(ctx, { inviteLinkId: id, integration: 'TRYTON', failureClass });
const firstRecord = ({ companyId }: Made) => db().transaction((tx) => recordFirstRecord(tx, { companyId, now }));

async function chosen(made: Made) {
  await opened(made);
  await recordPlatformChosen(ctx, { inviteLinkId: made.id });
}

async function authorised({ id }: Made) {
  const columns = { ...authorisedColumns(now), status: 'CONNECTED' as const };
  await db().update(inviteLinks).set(columns).where(eq(inviteLinks.id, id));
}

describe('the invite funnel', () => {
  it('counts how far customers came with the links of the time, each step with all who went on from it', async () => {
    const funnel = await inviteFunnel(ctx, { made: '30d' });
    expect(funnel.made).toBe(6);
    expect(funnel.reached).toEqual({ OPENED: 5, PLATFORM_CHOSEN: 4, AUTHORISED: 2, FIRST_RECORD: 1 });
    expect((await inviteFunnel(ctx, { made: '90d' })).made).toBe(7);
  });

  it('says where they stopped, and of what of those who gave a sign-in', async () => {
    const { stoppedAt, reasons } = await inviteFunnel(ctx, { made: '30d' });
    expect(stoppedAt).toEqual([
      { step: null, count: 1 },
      { step: 'OPENED', count: 1 },
      { step: 'PLATFORM_CHOSEN', count: 2 },
      { step: 'AUTHORISED', count: 1 },
      { step: 'FIRST_RECORD', count: 1 },
    ]);
    expect(reasons).toEqual([{ failureClass: 'credentials', integration: 'TRYTON', count: 1 }]);
  });

  it('leads to the very links that it counts', async () => {
    const funnel = await inviteFunnel(ctx, { made: '30d' });
    for (const { step, count } of funnel.stoppedAt) {
      const page = await listInviteLinks(ctx, { limit: 50, made: '30d', reached: [step ?? 'NOT_OPENED'] });
      expect([step, page.count]).toEqual([step, count]);
    }
    const atLeast = await listInviteLinks(ctx, {
      limit: 50,
      made: '30d',
      reached: ['PLATFORM_CHOSEN', 'AUTHORISED', 'FIRST_RECORD'],
    });
    expect(atLeast.count).toBe(funnel.reached.PLATFORM_CHOSEN);
    expect(atLeast.inviteLinks.map(({ companyName }) => companyName).sort()).toEqual([
      'Done',
      'Gave up',
      'Refused',
      'Refused and mended',
    ]);
  });
});

describe('the steps of a link', () => {
  it('are each kept at their first time', async () => {
    const made = await link(theirs, 'Twice');
    await recordOpened(theirs, { inviteLinkId: made.id });
    await recordPlatformChosen(theirs, { inviteLinkId: made.id });
    const later = makeContext({ ...theirs, now: new Date(now.getTime() + dayMs) });
    await recordPlatformChosen(later, { inviteLinkId: made.id });
    const [row] = await db().select().from(inviteLinks).where(eq(inviteLinks.id, made.id));
    expect(row).toMatchObject({ platformChosenAt: now, authorisedAt: null });
    await authorised(made);
    await firstRecord(made);
    await db().transaction((tx) => recordFirstRecord(tx, { companyId: made.companyId, now: later.now }));
    const [after] = await db().select().from(inviteLinks).where(eq(inviteLinks.id, made.id));
    expect(after).toMatchObject({ firstOpenedAt: now, authorisedAt: now, firstRecordAt: now });
  });

  it('are not those of a link that did not connect the company', async () => {
    const made = await link(theirs, 'Never');
    await firstRecord(made);
    const [row] = await db().select().from(inviteLinks).where(eq(inviteLinks.id, made.id));
    expect(row?.firstRecordAt).toBeNull();
  });
});
