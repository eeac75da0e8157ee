import type { z } from 'zod';
import { invalid } from '../../errors.ts';

/** Parses an input that may come as people write it. Throws invalid with every problem, by dotted path. */
export function checkedInput<S extends z.ZodType>(schema: S, input: z.input<S>): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })));
}
