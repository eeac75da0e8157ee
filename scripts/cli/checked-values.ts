import type { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { parseInput } from '../../lib/http/parse-input.ts';
import { UsageError } from './command.ts';

/** Parses what was typed. Throws UsageError naming every option that is wrong. */
export function checkedValues<T>(schema: z.ZodType<T>, values: unknown): T {
  try {
    return parseInput(schema, values, 'field');
  } catch (error) {
    if (!(error instanceof AppError) || !error.is('invalid')) throw error;
    throw new UsageError(error.details.issues.map(({ path, message }) => `--${path} ${message}`).join('\n'));
  }
}
