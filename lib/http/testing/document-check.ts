import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { ApiDocument, DocumentResponse, Reference } from '../../openapi.ts';
import { matchPath, splitPath } from '../path.ts';
import type { Route } from '../route.ts';

/** Says what of an answer is not as the document has it; null when all is. */
export type AnswerCheck = (answer: {
  method: string;
  /** With the base path, without the query. */
  path: string;
  status: number;
  headers: Headers;
  body: unknown;
}) => string | null;

/** Statuses that the document leaves out: what any path may answer to a wrong method, and a preflight's 204. */
const untold = new Set([304, 405]);

/**
 * Checks answers against a document: the status is told of, the headers are there, and the body is what the schema says
 * and nothing more. Clients must let unknown fields pass, but an answer with one is not described by its document.
 */
export function answerCheck(document: ApiDocument, routes: readonly Route[]): AnswerCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'document', ...(closed(document) as object) });
  const whole = <T>(part: T | Reference): T =>
    typeof part === 'object' && part !== null && '$ref' in part
      ? (part.$ref
          .slice(2)
          .split('/')
          .reduce((at: unknown, key) => (at as Record<string, unknown>)[key], document) as T)
      : part;

  return ({ method, path, status, headers, body }) => {
    const route = routes.find(
      (one) =>
        one.declaration.method === (method === 'HEAD' ? 'GET' : method) &&
        one.patterns.some((pattern) => matchPath(pattern, splitPath(path))),
    );
    if (!route || untold.has(status)) return null;
    const { path: declared, method: verb } = route.declaration;
    const part = document.paths[declared]?.[verb.toLowerCase()]?.responses[status];
    const told = part && whole<DocumentResponse>(part);
    if (!told) return `${verb} ${declared} answered ${status}, which its document leaves out`;
    const absent = Object.keys(told.headers ?? {}).filter((name) => !headers.has(name));
    if (absent.length > 0) return `${verb} ${declared} answered ${status} without ${absent.join(', ')}`;
    if (!told.content) return body === undefined ? null : `${verb} ${declared} answered ${status} with a body`;
    const type = Object.keys(told.content)[0] ?? '';
    if (!headers.get('content-type')?.startsWith(type)) return `${verb} ${declared} did not answer in ${type}`;
    const pointer =
      '$ref' in (part as object)
        ? (part as Reference).$ref
        : `#/paths/${escaped(declared)}/${verb.toLowerCase()}/responses/${status}`;
    const validate = ajv.getSchema(`document${pointer}/content/${escaped(type)}/schema`);
    if (!validate) return `${verb} ${declared} has no schema for ${status}`;
    return validate(body) ? null : `${verb} ${declared} ${status}: ${ajv.errorsText(validate.errors)}`;
  };
}

const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The document with every object closed that lists its properties. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  const lists = inner.type === 'object' && typeof inner.properties === 'object' && !('additionalProperties' in inner);
  return lists ? { ...inner, additionalProperties: false } : inner;
}
