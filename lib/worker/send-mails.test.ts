import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db, sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { claimDueMails } from '../domain/mail/claim-mails.ts';
import { type NewMail, queueMail } from '../domain/mail/mutations.ts';
import { settleMail } from '../domain/mail/settle-mail.ts';
import { resetEnv } from '../env.ts';
import { sendDueMails } from './send-mails.ts';
import { type MailServer, sendMailTo, startDeadMailServer, startMailServer } from './testing/mail-server.ts';

await createTestDatabase();

const minuteMs = 60_000;
let server: MailServer;
let now: Date;

beforeEach(async () => {
  await sqlClient()`delete from mails`;
  now = new Date('2026-11-20T09:00:00Z');
  server = await startMailServer();
});

afterEach(() => server.stop());

const queue = (options: Partial<NewMail> = {}) =>
  db().transaction((tx) =>
    queueMail(tx, {
      organisationId: null,
      kind: 'PASSWORD_RESET',
      recipient: 'kim@example.org',
      message: {
        subject: 'Choose a new password',
        body: ['Somebody asked for a new password.'],
        action: { label: 'Choose a password', url: 'https://hub.example.com/reset?token=t&x=1' },
      },
      now,
      ...options,
    }),
  );
const send = () => sendDueMails({ now: () => now });
const mailRows = () => sqlClient()`
  select state, attempts, failure, content, next_attempt_at, ended_at from mails order by created_at, id`;

describe('a queued mail', () => {
  test('is sent once, as plain text and HTML, and keeps nothing of its content', async () => {
    const id = await queue();
    expect((await mailRows())[0]?.content).toBeInstanceOf(Buffer);
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(server.received).toMatchObject([{ from: 'hub@example.com', to: ['kim@example.org'] }]);
    const raw = server.received[0]?.raw ?? '';
    expect(raw).toContain('From: Ledgerline <hub@example.com>');
    expect(raw).toContain('Subject: Choose a new password');
    expect(raw).toContain(`Message-ID: <${id}@127.0.0.1>`);
    expect(raw).toContain('Choose a password:\r\nhttps://hub.example.com/reset?token=t&x=1');
    expect(raw).toContain('text/html');
    expect(await mailRows()).toMatchObject([
      { state: 'SENT', attempts: 1, failure: null, content: null, ended_at: now },
    ]);
  });

  test('exists only when what it speaks of does', async () => {
    const undone = db().transaction(async (tx) => {
      await queueMail(tx, {
        organisationId: null,
        kind: 'INVITATION',
        recipient: 'kim@example.org',
        message: { subject: 'Welcome', body: [] },
        now,
      });
      throw new Error('the rest failed');
    });
    await expect(undone).rejects.toThrow('the rest failed');
    expect(await mailRows()).toHaveLength(0);
  });

  test('carries the name and answer address of whom it comes from', async () => {
    await queue({
      message: { subject: 'Hello', body: ['Hi'], senderName: 'Harbour "Lane"\r\nBcc: all', replyTo: 'ann@example.org' },
    });
    await send();
    const [head = ''] = server.received[0]?.raw.split('\r\n\r\n') ?? [];
    expect(head).toContain('<hub@example.com>');
    expect(head).toContain('Reply-To: ann@example.org');
    expect(head).not.toMatch(/^Bcc:/m);
  });
});

describe('a mail that does not get through', () => {
  test('waits longer each time while the server is away, and arrives when it is back', async () => {
    await queue();
    const dead = await startDeadMailServer();
    expect(await send()).toBe(1);
    expect(await mailRows()).toMatchObject([
      { state: 'QUEUED', failure: expect.stringContaining('could not be reached'), next_attempt_at: later(10_000) },
    ]);
    expect(await send()).toBe(0);
    now = later(10_000);
    expect(await send()).toBe(1);
    expect(await mailRows()).toMatchObject([{ state: 'QUEUED', attempts: 2, next_attempt_at: later(30_000) }]);
    await dead.stop();
    sendMailTo(server.port);
    now = later(30_000);
    await send();
    expect(await mailRows()).toMatchObject([{ state: 'SENT', attempts: 3 }]);
    expect(server.received).toHaveLength(1);
  });

  test.each([
    [450, 'QUEUED', 'The mail server put it off'],
    [550, 'FAILED', 'The mail server refused the mail'],
  ])('whose recipient is answered with %i is %s, and says what the server said', async (code, state, words) => {
    await queue();
    server.refusal = { code, message: 'No such mailbox' };
    await send();
    expect(await mailRows()).toMatchObject([{ state, failure: expect.stringMatching(`${words}.*No such mailbox`) }]);
    expect((await mailRows())[0]?.content === null).toBe(state === 'FAILED');
  });

  test('is given up when it is worth nothing any more', async () => {
    await queue({ worthMs: 5_000 });
    const dead = await startDeadMailServer();
    await send();
    await dead.stop();
    expect(await mailRows()).toMatchObject([{ state: 'FAILED', content: null, ended_at: now }]);
  });

  test('because the sign-in was refused is tried again, since that can be mended', async () => {
    await server.stop();
    const user = { name: 'hub', password: 'right one' };
    server = await startMailServer({ user });
    sendMailTo(server.port, { ...user, password: 'wrong one' });
    await queue();
    await send();
    expect(await mailRows()).toMatchObject([
      { state: 'QUEUED', failure: expect.stringContaining('refused the sign-in of SMTP_URL') },
    ]);
    expect((await mailRows())[0]?.failure).not.toContain('wrong one');
    sendMailTo(server.port, user);
    now = later(minuteMs);
    await send();
    expect(server.received).toHaveLength(1);
  });
});

test('a mail whose sender died is taken up by another one, and the first changes nothing any more', async () => {
  await queue();
  const [lost] = await claimDueMails({ now, limit: 5 });
  expect(await claimDueMails({ now, limit: 5 })).toEqual([]);
  await sqlClient()`update mails set claimed_until = clock_timestamp() - interval '1 second'`;
  expect(await send()).toBe(1);
  if (!lost) throw new Error('nothing was claimed');
  expect(await settleMail(lost, { sent: false, failure: 'late', lasting: true }, { now })).toBeNull();
  expect(await mailRows()).toMatchObject([{ state: 'SENT', failure: null }]);
});

test('without SMTP_URL nothing is queued, and it is said why', async () => {
  delete process.env.SMTP_URL;
  resetEnv();
  await expect(queue()).rejects.toThrow('SMTP_URL is not set');
  expect(await mailRows()).toHaveLength(0);
});

const later = (ms: number) => new Date(now.getTime() + ms);
