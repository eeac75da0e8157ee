import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { resetEnv } from '../../env.ts';
import { createInviteLink } from '../invite-links/mutations.ts';
import { claimDueMails } from '../mail/claim-mails.ts';
import { getCustomerMessage } from './data.ts';
import { sendCustomerMessage } from './mutations.ts';

await createTestDatabase();

const now = new Date('2026-11-20T15:00:00Z');
let ctx: Context;
let companyId: number;

beforeEach(async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:9';
  process.env.MAIL_FROM = 'hub@example.com';
  resetEnv();
  await sqlClient()`delete from mails`;
  ({ ctx } = await makeOrganisation({ name: 'Northwind', now }));
  const link = await createInviteLink(ctx, { companyName: 'Alder', integration: 'TRYTON' });
  companyId = link.companyId;
});

const connect = async (failureClass?: string) => {
  await makeConnection(ctx, { companyId }, { integration: 'TRYTON', status: failureClass ? 'EXPIRED' : 'HEALTHY' });
  if (!failureClass) return;
  const failure = JSON.stringify({ failureClass, message: 'No', evidence: {} });
  await sqlClient()`
    update connections set failure = ${failure}::text::jsonb, failure_since = ${now} where company_id = ${companyId}`;
};
const message = () => getCustomerMessage(ctx, { companyId });
const input = () => ({
  companyId,
  recipient: 'Kim@Alder.example',
  subject: 'Please reconnect',
  text: 'Hello,\n\nplease.',
});

describe('the ready message', () => {
  test('says what happened in the customer’s words, and carries the link', async () => {
    await connect('credentials');
    const ready = await message();
    expect(ready.subject).toBe('Please reconnect Tryton for Alder');
    expect(ready.text).toContain('Tryton no longer accepts the sign-in that Northwind was given for Alder');
    expect(ready.text).toContain('since 20 Nov 2026');
    expect(ready.text).toContain('Robin Operator\nNorthwind');
    expect(ready.url).toMatch(/\/connect\/[0-9a-f-]{36}$/);
    expect(ready).toMatchObject({ sendsMail: true, last: null, recipients: [] });
    expect(ready.newLink).toMatchObject({ integration: 'TRYTON', integrationCategory: 'ACCOUNTING' });
  });

  test('asks for a first connection where there was none, and offers the addresses of the profile', async () => {
    await sqlClient()`
      insert into contact_data (organisation_id, company_id, kind, position, value)
      values (${ctx.organisationId}, ${companyId}, 'email', 0, 'books@alder.example'),
        (${ctx.organisationId}, ${companyId}, 'email', 1, 'kim@alder.example')`;
    const ready = await message();
    expect(ready.subject).toBe('Please connect Tryton for Alder');
    expect(ready.recipients).toEqual(['books@alder.example', 'kim@alder.example']);
  });

  test('is not another organisation’s', async () => {
    const { ctx: other } = await makeOrganisation({ now });
    await expect(getCustomerMessage(other, { companyId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(sendCustomerMessage(other, input())).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('sending it', () => {
  test('queues it in the organisation’s name with the link, and says in the audit log to whom', async () => {
    await connect('credentials');
    await sendCustomerMessage(ctx, input());
    const [mail] = await claimDueMails({ now, limit: 5 });
    expect(mail?.recipient).toBe('kim@alder.example');
    expect(mail?.message).toMatchObject({
      subject: 'Please reconnect',
      senderName: 'Northwind',
      body: ['Hello,', 'please.'],
      action: { label: 'Reconnect', url: (await message()).url },
    });
    expect((await message()).last).toMatchObject({ recipient: 'kim@alder.example', state: 'QUEUED' });
    const [entry] = await sqlClient()`
      select action, after from audit_log where company_id = ${companyId} order by id desc limit 1`;
    expect(entry).toMatchObject({ action: 'customer-message.sent', after: { recipient: 'kim@alder.example' } });
  });

  test.each([
    ['recipient', { recipient: 'kim' }],
    ['recipient', { recipient: 'kim@alder.example, all@example.org' }],
    ['subject', { subject: 'One\r\nBcc: all@example.org' }],
    ['text', { text: ' ' }],
  ])('refuses a bad %s and stores nothing', async (path, change) => {
    await expect(sendCustomerMessage(ctx, { ...input(), ...change })).rejects.toMatchObject({
      code: 'invalid',
      details: { issues: [{ path }] },
    });
    expect(await sqlClient()`select id from mails`).toHaveLength(0);
  });

  test('is refused to a viewer, without a link that works, and where no mail is sent', async () => {
    const viewer = contextFor(ctx.organisationId, { role: 'viewer', now });
    await expect(sendCustomerMessage(viewer, input())).rejects.toMatchObject({ code: 'forbidden' });
    const { companyId: unlinked } = await makeCompany(ctx, { name: 'Birch' });
    expect(await getCustomerMessage(ctx, { companyId: unlinked })).toMatchObject({ url: null, newLink: null });
    await expect(sendCustomerMessage(ctx, { ...input(), companyId: unlinked })).rejects.toThrow('no link that works');
    delete process.env.SMTP_URL;
    resetEnv();
    expect((await message()).sendsMail).toBe(false);
    await expect(sendCustomerMessage(ctx, input())).rejects.toThrow('SMTP_URL is not set');
    expect(await sqlClient()`select id from mails`).toHaveLength(0);
  });
});
