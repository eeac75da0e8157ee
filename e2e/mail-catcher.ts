import { once } from 'node:events';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** Where the mails lie that an installation under test has sent. */
export const mailFolder = (dataDir: string): string => join(dataDir, 'mail');

/**
 * The mail server of the installation under test: it takes every mail and keeps it as a file, so that tests beside each
 * other find their own by its recipient. Answers its address.
 */
export async function startMailCatcher(dataDir: string): Promise<string> {
  const folder = mailFolder(dataDir);
  mkdirSync(folder);
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      text(stream).then((raw) => {
        const mail = { to: session.envelope.rcptTo.map(({ address }) => address), raw };
        const file = join(folder, String(++taken).padStart(6, '0'));
        // Renamed when it is whole, so that nobody reads half of it.
        writeFileSync(`${file}.part`, JSON.stringify(mail));
        renameSync(`${file}.part`, `${file}.json`);
        done();
      }, done);
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}
