import { AppError } from '../../lib/errors.ts';
import { StartRefused } from '../start/say.ts';
import { accessTokenCreate, chainCreate } from './access-token.ts';
import { apiKeyCreate, apiKeyRotate } from './api-key.ts';
import { type Answer, type Command, parseOptions, UsageError } from './command.ts';
import { doctor } from './doctor.ts';
import { organizationCreate } from './organization.ts';
import { reasonOf } from './reason.ts';
import { userCreate, userResetPassword } from './user.ts';

const commands: Command[] = [
  apiKeyCreate,
  apiKeyRotate,
  accessTokenCreate,
  chainCreate,
  userCreate,
  userResetPassword,
  organizationCreate,
  doctor,
];

/** What a command line comes to: texts for stdout and stderr (without the last newline), and the exit code. */
export interface Outcome {
  code: number;
  out: string;
  err: string;
}

const answered = (out: string, code = 0): Outcome => ({ code, out, err: '' });
const refused = (err: string, code: number): Outcome => ({ code, out: '', err });

/** Runs one command line. Exit codes: 0 done, 1 it could not be done, 2 it was not understood. */
export async function runCommandLine(args: string[]): Promise<Outcome> {
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));
  const wantsHelp = args.some((arg) => arg === '--help' || arg === '-h');
  if (!command && (wantsHelp || args[0] === 'help')) return answered(overview());
  if (!command) return refused(`${unknown(args)}\n\n${overview()}`, 2);
  if (wantsHelp) return answered(helpOf(command));
  try {
    const values = parseOptions(command, args.slice(command.name.split(' ').length));
    return give(await command.run(values), values.json === true);
  } catch (error) {
    if (error instanceof UsageError) return refused(`${error.message}\n\nUsage: ${usageOf(command)}`, 2);
    if (error instanceof AppError || error instanceof StartRefused) return refused(error.message, 1);
    return refused(`It did not work: ${reasonOf(error)}`, 1);
  }
}

function give({ data, lines, failed }: Answer, json: boolean): Outcome {
  return answered(json ? JSON.stringify(data) : lines.join('\n'), failed ? 1 : 0);
}

const unknown = (args: string[]) =>
  args.length === 0 ? 'Which command?' : `There is no command ${args.filter((arg) => !arg.startsWith('-')).join(' ')}`;

const usageOf = (command: Command) => `npm run -s cli -- ${command.name} ${command.usage}`;

const helpOf = (command: Command) =>
  [`${command.summary}.`, '', usageOf(command), ...(command.notes ? ['', ...command.notes] : [])].join('\n');

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'Commands:',
    ...list,
    '',
    'Usage: npm run -s cli -- <command> [options]; --help after a command tells more.',
  ].join('\n');
}
