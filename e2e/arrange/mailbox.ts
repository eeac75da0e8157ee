import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { mailFolder } from '../mail-catcher.ts';

/** A mail that the installation under test has sent. */
export interface CaughtMail {
  subject: string;
  /** Its plain text. */
  text: string;
  /** Headers and all. */
  raw: string;
}

/** What was sent to an address, oldest first. */
export function mailsTo(address: string): CaughtMail[] {
  const folder = mailFolder(process.env.E2E_DATA_DIR ?? '');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { to: string[]; raw: string })
    .filter(({ to }) => to.includes(address))
    .map(({ raw }) => caught(raw));
}

/** Waits for the first mail to an address. */
export async function firstMailTo(address: string): Promise<CaughtMail> {
  await expect
    .poll(() => mailsTo(address).length, { message: `a mail to ${address}`, timeout: 120_000 })
    .toBeGreaterThan(0);
  const [mail] = mailsTo(address);
  if (!mail) throw new Error(`No mail to ${address}`);
  return mail;
}

function caught(raw: string): CaughtMail {
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? '';
  const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1] ?? '';
  // Quoted-printable as far as links and plain words need it.
  const text = part.replace(/=\r\n/g, '').replace(/=3D/g, '=');
  return { subject, text, raw };
}
