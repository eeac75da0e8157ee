import { stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { UsageError } from './command.ts';

/** A password: the option's, else what comes on stdin, else asked for without showing it. Throws UsageError for none. */
export async function readPassword(option: string | undefined): Promise<string> {
  const password = option ?? (stdin.isTTY ? await ask() : firstLine(await text(stdin)));
  if (!password) throw new UsageError('A password is needed: give it on stdin, or with --password');
  return password;
}

const firstLine = (given: string) => given.split(/\r?\n/, 1)[0] ?? '';

/** Asks on stderr: stdout belongs to the answer. */
function ask(): Promise<string> {
  process.stderr.write('Password: ');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true });
  return new Promise((resolve) => {
    let answer = '';
    lines.once('line', (line) => {
      answer = line;
      lines.close();
    });
    lines.once('close', () => {
      process.stderr.write('\n');
      resolve(answer);
    });
  });
}
