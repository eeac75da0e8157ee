import type { z } from 'zod';
import { Refusal } from './http.ts';

/**
 * A JSON body by its schema. Throws Refusal 400 naming the first field that is wrong, as `missing_field`,
 * `unknown_field` or `invalid_field`.
 */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue?.path.map(String) ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const field = [...at, issue.keys[0]].join('.');
    throw new Refusal(400, 'unknown_field', `${field}: there is no such field`, { field });
  }
  const field = at.join('.') || undefined;
  if (issue?.code === 'invalid_type' && issue.input === undefined && field) {
    throw new Refusal(400, 'missing_field', `${field}: must be given`, { field });
  }
  throw new Refusal(400, 'invalid_field', `${field ?? 'body'}: ${issue?.message ?? 'not valid'}`, { field });
}
