import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** A command line that says something else than what can be understood: told with the way to say it, exit code 2. */
export class UsageError extends Error {}

/** What a command answers: data for programs (`--json`), lines for people. */
export interface Answer {
  data: Record<string, unknown>;
  lines: string[];
  /** Something is wrong although the command did its work: exit code 1. */
  failed?: boolean;
}

/** One command of the command line. */
export interface Command {
  /** As typed: `api-key create`. */
  name: string;
  summary: string;
  /** What follows the name, for the help. */
  usage: string;
  /** Longer explanations, one a line. */
  notes?: string[];
  /** Options beside --json and --help. */
  options: ParseArgsOptionsConfig;
  run(values: Values): Promise<Answer>;
}

/** Options as they were typed; a flag is true. */
export type Values = Record<string, string | boolean | undefined>;

const common = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

/** Reads what follows a command's name. Throws UsageError for anything the command does not know. */
export function parseOptions(command: Command, args: string[]): Values {
  try {
    const { values } = parseArgs({ args, options: { ...command.options, ...common }, strict: true });
    return values as Values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** An option that must be there. Throws UsageError. */
export function required(values: Values, name: string): string {
  const value = optional(values, name);
  if (value === undefined) throw new UsageError(`--${name} is missing`);
  return value;
}

export function optional(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
