import type { z } from 'zod';
import type { Permission } from '../auth/permissions.ts';
import type { Context } from '../context.ts';
import type { ErrorCode } from '../errors.ts';

export const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type HttpMethod = (typeof httpMethods)[number];

/** What a request brought, parsed: the types follow from the declaration's schemas. */
export interface OperationInput<P, Q, B> {
  params: P;
  query: Q;
  body: B;
}

/** The request that claimed an Idempotency-Key, and when. */
export interface RequestClaim {
  key: string;
  requestId: string;
  at: Date;
}

/** What an answer may say of its request: its id, its path as it came, and its query without the question mark. */
export interface AnswerMeta {
  requestId: string;
  path: string;
  search: string;
}

/** How a wire spells names of the domain's input: word by word, or whole dotted paths. */
export type WireNames = Readonly<Record<string, string>> | ((path: string) => string);

/**
 * One thing a dialect can be asked for. The router, the API document and the generated tests read it; the builder makes
 * a route value of it.
 */
export interface Operation<P = unknown, Q = unknown, B = unknown, R = unknown> {
  /** Unique in its dialect: `listCompanies`. */
  id: string;
  summary: string;
  /** What the summary leaves out, in sentences, for the document. */
  description?: string;
  /** Under which heading the document lists it: `Companies`. */
  group?: string;
  method: HttpMethod;
  /** Below the dialect's base path, with named places: `/core/companies/{company_id}`. */
  path: string;
  /** Other paths that answer the same. */
  aliases?: readonly string[];
  permission: Permission;
  /** Path values come as text. Left out where the path has none. */
  params?: z.ZodType<P>;
  /** Query values come as the dialect reads them. Left out: the operation takes none. */
  query?: z.ZodType<Q>;
  /** Left out: the operation takes no body. A schema that accepts `undefined` makes the body optional. */
  body?: z.ZodType<B>;
  /** The status of success. */
  status: number;
  /** Where success has several: the one of a result. */
  statusOf?(result: R): number;
  /** The product's part: no wire, no HTTP, no try. */
  handler(ctx: Context, input: OperationInput<P, Q, B>): Promise<R>;
  /**
   * What a request that claimed a key did before its process died, with the answer not kept; null when it did nothing.
   * Left out: a repeat is executed. Throws what the request itself would have thrown, and conflict where it may go on yet.
   */
  recall?(ctx: Context, input: OperationInput<P, Q, B>, claim: RequestClaim): Promise<{ result: R } | null>;
  /** The answer holds a secret, which is kept nowhere in the clear: a repeat gets it from `recall`, which it must have. */
  secretAnswer?: true;
  /** Numbers of the body with more digits than a number holds come as JSON text (`JSON.isRawJSON`), which keeps them. */
  exactNumbers?: true;
  /** The shape of the answer's body, for the document; what `serialize` makes always fits it. */
  response?: z.ZodType;
  /** Where success has several statuses: the shapes of the others. */
  otherResponses?: Readonly<Record<number, z.ZodType>>;
  /** When it fails in a way that doesn't follow from its declaration: `conflict: 'A sync is running'`. */
  faults?: Partial<Record<ErrorCode, string>>;
  /** The answer's body. Left out: the answer is empty. */
  serialize?(result: R, meta: AnswerMeta): unknown;
  /** Names of the domain's input that this wire spells otherwise: the paths of its issues are translated. */
  wireNames?: WireNames;
  /** A request that is well formed, for the document and the generated tests. Path values have their own names. */
  example?: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
}
