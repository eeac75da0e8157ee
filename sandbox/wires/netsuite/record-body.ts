import { z } from 'zod';
import { type Call, readJson } from '../../http.ts';
import { netsuiteRefusal } from './refusal.ts';

/** A body in this wire's form, and the properties of it that the record does not have. */
export interface RecordBody<S extends z.ZodType> {
  given: z.output<S>;
  unknown: string[];
}

/**
 * Reads a record's body. Properties that the record does not have are named in a warning and ignored, or refused where
 * `X-NetSuite-PropertyNameValidation: Error` asks for it. Throws Refusal 400 `INVALID_CONTENT` naming the path.
 */
export async function readRecordBody<S extends z.ZodObject>(schema: S, call: Call): Promise<RecordBody<S>> {
  const body = await readJson(call);
  const parsed = schema.safeParse(body);
  const issue = parsed.error?.issues.find(({ code }) => code !== 'unrecognized_keys');
  if (issue) throw invalidContent(pathOf(issue.path));
  const unknown = (parsed.error?.issues ?? []).flatMap((one) =>
    one.code === 'unrecognized_keys' ? one.keys.map((key) => pathOf([...one.path, key])) : [],
  );
  const [first] = unknown;
  if (first !== undefined && call.header('x-netsuite-propertynamevalidation') === 'Error') throw invalidContent(first);
  return { given: parsed.data ?? schema.parse(without(body, unknown)), unknown };
}

const invalidContent = (path: string) =>
  netsuiteRefusal(400, 'INVALID_CONTENT', 'Invalid content in the request body. The field or its value is not valid.', {
    path,
  });

/** `apply.items[0].doc` */
const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)),
    '',
  );

/** A copy of a body without some of its properties. */
function without(body: unknown, paths: readonly string[], at = ''): unknown {
  if (Array.isArray(body)) return body.map((one, index) => without(one, paths, `${at}[${index}]`));
  if (typeof body !== 'object' || body === null) return body;
  const kept = Object.entries(body)
    .map(([name, value]) => [name, value, at ? `${at}.${name}` : name] as const)
    .filter(([, , path]) => !paths.includes(path));
  return Object.fromEntries(kept.map(([name, value, path]) => [name, without(value, paths, path)]));
}

/** Says which properties were ignored. */
export const warningOf = (unknown: readonly string[]): Record<string, string> =>
  unknown.length === 0 ? {} : { warning: `199 - "Unknown properties were ignored: ${unknown.join(', ')}"` };

/** A record that a body refers to, by internal id. */
export const reference = z.object({
  id: z.union([z.int().positive(), z.string().regex(/^[1-9]\d{0,14}$/)]).transform(Number),
});
