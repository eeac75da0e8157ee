import { z } from 'zod';
import type { AppError, Issue } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { named } from '../../http/shapes.ts';

const entryShape = z.object({
  status: z.union([z.string(), z.int()]).describe('A number where a filter, include or sort is not supported.'),
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  source: z.object({ pointer: z.string(), parameter: z.string() }).partial().optional(),
});

export const errorShape = named('Errors', z.object({ errors: z.array(entryShape) }));

type Entry = z.infer<typeof entryShape>;

/** Kinds of problems that this wire answers with a title of their own. */
export const unsupported = {
  filter: 'unsupported-filter',
  include: 'unsupported-include',
  sort: 'unsupported-sort',
} as const;

const unsupportedTitles: Record<string, string> = {
  [unsupported.filter]: 'Unsupported Filter',
  [unsupported.include]: 'Unsupported Include',
  [unsupported.sort]: 'Unsupported Sort',
};

/** Where a problem with the state of things is told, as it is of no attribute. */
const basePath = 'data.attributes.base';

/** A body of half a million wrong entries is answered with the first of them. */
const mostEntries = 100;

/** A fault in the shape of JSON:API. Null, an unknown error, says nothing but the request id. */
export function failure(
  error: AppError | null,
  { requestId }: Exchange,
): { status: number; body: z.infer<typeof errorShape> } {
  const errors = error ? entriesOf(error) : [unexpected(requestId)];
  // Of a request that can't be read and has wrong attributes too, the first is said: it was not looked at whole.
  return { status: Math.min(...errors.map(({ status }) => Number(status))), body: { errors } };
}

const unexpected = (requestId: string): Entry =>
  entry(
    500,
    'Internal Error',
    `Something went wrong on our side; quote the request id ${requestId} when you report it`,
  );

function entriesOf(error: AppError): Entry[] {
  switch (error.code) {
    case 'invalid':
      return error.is('invalid') ? entriesOfIssues(error.message, error.details.issues) : [];
    case 'unauthenticated':
      return [entry(401, 'Unauthorized', error.message)];
    case 'forbidden':
      return [entry(403, 'Forbidden', error.message)];
    case 'not-found':
      return [entry(404, 'Record Not Found', 'The requested record was not found')];
    case 'method-not-allowed':
      return [entry(405, 'Method Not Allowed', error.message)];
    case 'conflict':
    case 'idempotency-mismatch':
      return [attributeEntry({ path: basePath, message: error.message })];
    case 'payload-too-large':
      return [entry(413, 'Payload Too Large', error.message)];
    case 'unsupported-media-type':
      return [entry(415, 'Unsupported Media Type', error.message)];
    case 'rate-limited':
      return [entry(429, 'Too Many Requests', error.message)];
    case 'platform':
      return [entry(502, 'Platform Failed', error.message)];
    case 'unavailable':
      return [entry(503, 'Service Unavailable', error.message)];
  }
}

/** One entry an attribute or parameter, the first of its problems, and one a word that is not supported. */
function entriesOfIssues(message: string, issues: readonly Issue[]): Entry[] {
  const byPlace = new Map<string, Issue>();
  for (const issue of issues) {
    const place = issue.kind ? issue.message : issue.path;
    if (!byPlace.has(place)) byPlace.set(place, issue);
  }
  const told = [...byPlace.values()].slice(0, mostEntries).map(issueEntry);
  return told.length > 0 ? told : [entry(400, 'Bad Request', message)];
}

function issueEntry(issue: Issue): Entry {
  const { path, message, kind } = issue;
  const title = kind && unsupportedTitles[kind];
  if (title) return { status: 400, code: codeOf(title), title, detail: message };
  if (path === '') return entry(400, 'Bad Request', message);
  if (/^data(\.|$)/.test(path)) return attributeEntry(issue);
  return { ...entry(400, 'Invalid Parameter', `${path} ${message}`), source: { parameter: path } };
}

const attributeEntry = ({ path, message }: Issue): Entry => ({
  ...entry(422, 'Invalid Attribute', message),
  source: { pointer: path.replaceAll('.', '/') },
});

const entry = (status: number, title: string, detail: string): Entry => ({
  status: String(status),
  code: codeOf(title),
  title,
  detail,
});

/** `Invalid Attribute` is `invalid_attribute`. */
const codeOf = (title: string): string => title.toLowerCase().replaceAll(' ', '_');
