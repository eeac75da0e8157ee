import { runCommandLine } from './cli/run-command-line.ts';

/**
 * `npm run -s cli -- <command>`: for people who automate their set-up. Works beside a running system and on a stopped
 * one, with the environment of `npm start`. stdout holds the answer alone; everything else goes to stderr.
 */
const { code, out, err } = await runCommandLine(process.argv.slice(2));
if (out) process.stdout.write(`${out}\n`);
if (err) process.stderr.write(`${err}\n`);
process.exitCode = code;
