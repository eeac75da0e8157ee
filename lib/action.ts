import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { addressOf } from './auth/client-address.ts';
import { type Permission, requirePermission } from './auth/permissions.ts';
import { sessionContext } from './auth/session-gate.ts';
import { requestIdOf } from './auth/signed-in.ts';
import type { Context } from './context.ts';
import { type ErrorCode, type Issue, unauthenticated } from './errors.ts';
import { asAppError, forLog } from './http/fault.ts';
import { parseInput } from './http/parse-input.ts';
import { log } from './log.ts';

/** What an action answers: expected refusals are values, so that a form can show them. */
export type ActionResult<T> = { ok: true; data: T } | ActionFailure;

export interface ActionFailure {
  ok: false;
  code: ErrorCode | 'internal';
  /** For people: what happened, and what to do. */
  message: string;
  /** By field name; empty for what is no field's fault. */
  issues: Issue[];
  requestId: string;
  /** What was typed in the fields that the action's `echo` names. */
  values?: Record<string, string>;
}

/** Called with a value, given to a form, or to useActionState: all three. */
export interface Action<I, T> {
  (input: I): Promise<ActionResult<T>>;
  (form: FormData): Promise<void>;
  (previous: ActionResult<T> | null, form: FormData): Promise<ActionResult<T>>;
}

interface ActionOptions {
  /** Form fields that a failure gives back, so that a page without script keeps what was typed. Never a secret. */
  echo?: readonly string[];
}

/** Who calls a public action. */
export interface PublicRequest {
  requestId: string;
  now: Date;
  /** Null when unknown. */
  address: string | null;
  userAgent: string | null;
}

/**
 * Makes a server action of a signed-in person: session, permission, parse, then `run`. Faults with a meaning become
 * results; an unknown one is logged and answered with the request id alone. Redirects pass through. That the call comes
 * from a page of this site is checked by Next, which compares Origin with Host for every server action.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  permission: Permission,
  run: (ctx: Context, input: z.output<S>) => Promise<T>,
  options: ActionOptions = {},
): Action<z.input<S>, T> {
  return build(options, async (_request, input) => {
    const session = await sessionContext();
    if (!session) {
      throw unauthenticated('You are signed out, and nothing was saved. Sign in in another tab, then try again here.');
    }
    requirePermission(session.ctx, permission);
    return run(session.ctx, parseInput<z.output<S>>(schema as z.ZodType<z.output<S>>, input, 'field'));
  });
}

/** Makes a server action for people without an account: sign-in, set-up, the connect page. Its own gate is in `run`. */
export function publicAction<S extends z.ZodType, T>(
  schema: S,
  run: (request: PublicRequest, input: z.output<S>) => Promise<T>,
  options: ActionOptions = {},
): Action<z.input<S>, T> {
  return build(options, async (request, input) =>
    run(request, parseInput<z.output<S>>(schema as z.ZodType<z.output<S>>, input, 'field')),
  );
}

function build<I, T>(
  { echo = [] }: ActionOptions,
  work: (request: PublicRequest, input: unknown) => Promise<T>,
): Action<I, T> {
  const run = async (first: unknown, second?: unknown): Promise<ActionResult<T>> => {
    const given = second instanceof FormData ? second : first;
    const input = given instanceof FormData ? formValues(given) : given;
    const head = await headers();
    const request: PublicRequest = {
      requestId: requestIdOf(head),
      now: new Date(),
      address: addressOf(head),
      userAgent: head.get('user-agent'),
    };
    try {
      return { ok: true, data: await work(request, input) };
    } catch (error) {
      unstable_rethrow(error);
      return {
        ...failureOf(error, request.requestId),
        ...(given instanceof FormData && { values: pick(input, echo) }),
      };
    }
  };
  return run as Action<I, T>;
}

function failureOf(error: unknown, requestId: string): ActionFailure {
  const fault = asAppError(error);
  if (fault) {
    const issues = fault.is('invalid') ? fault.details.issues : [];
    return { ok: false, code: fault.code, message: fault.message, issues, requestId };
  }
  log().error({ err: forLog(error), requestId }, 'action failed');
  const message = `Something went wrong on our side. Try again; if it stays, report request ${requestId}.`;
  return { ok: false, code: 'internal', message, issues: [], requestId };
}

/**
 * A form's fields as an object. A name that comes twice, or ends with `[]`, is a list; files and what Next adds for
 * itself are left out.
 */
export function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION_')) continue;
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    const [only] = texts;
    if (name.endsWith('[]')) values[name.slice(0, -2)] = texts;
    else if (texts.length === 1 && only !== undefined) values[name] = only;
    else if (texts.length > 1) values[name] = texts;
  }
  return values;
}

function pick(input: unknown, names: readonly string[]): Record<string, string> {
  const entries = Object.entries(input ?? {}).filter(
    ([name, value]) => names.includes(name) && typeof value === 'string',
  );
  return Object.fromEntries(entries);
}
