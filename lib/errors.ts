/** One problem of an input, by the path under which the caller sent it (`data.amount`, `configs.0.interval`). */
export interface Issue {
  path: string;
  message: string;
  /** What kind of problem it is, for a dialect that answers some kinds in a way of their own. */
  kind?: string;
}

/** How a platform refused; the codes of the Core API's `platform_error`. */
export const platformErrorCodes = [
  'missing-params',
  'invalid-params',
  'record-already-exists',
  'operation-denied',
  'unknown-error',
  'platform-denied',
] as const;
export type PlatformErrorCode = (typeof platformErrorCodes)[number];

export interface PlatformErrorDetail {
  code: PlatformErrorCode;
  message: string;
  field?: string;
  integration: string | null;
  response?: unknown;
}

interface ErrorDetails {
  invalid: { issues: Issue[]; platform?: PlatformErrorDetail };
  unauthenticated: Record<never, never>;
  forbidden: { platform?: PlatformErrorDetail };
  'not-found': Record<never, never>;
  'method-not-allowed': { allow: string[] };
  conflict: Record<never, never>;
  'payload-too-large': Record<never, never>;
  'unsupported-media-type': Record<never, never>;
  'idempotency-mismatch': Record<never, never>;
  'rate-limited': { retryAfterSeconds: number };
  platform: { platform: PlatformErrorDetail };
  unavailable: { retryAfterSeconds: number };
}

export type ErrorCode = keyof ErrorDetails;

/**
 * A fault with a meaning: what every part of the domain throws and every dialect maps to its wire in one switch.
 * The message is for the caller; it holds no secret and no raw platform text.
 */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly details: ErrorDetails[C];

  constructor(code: C, message: string, details: ErrorDetails[C], options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  /** Narrows to one code, so that the details have their type. */
  is<K extends ErrorCode>(code: K): this is AppError<K> {
    return (this.code as ErrorCode) === code;
  }
}

/** Input that breaks a rule, of ours or of a platform. The first issue is the message. */
export function invalid(issues: Issue | Issue[], platform?: PlatformErrorDetail): AppError<'invalid'> {
  const list = Array.isArray(issues) ? issues : [issues];
  const first = list[0] ?? { path: '', message: 'The input is not valid' };
  return new AppError('invalid', first.path ? `${first.path}: ${first.message}` : first.message, {
    issues: list,
    ...(platform && { platform }),
  });
}

/** Something that is not there, or belongs to another organisation, which reads the same. */
export const notFound = (what: string) => new AppError('not-found', `${what} not found`, {});

/** The state of things does not allow it now. */
export const conflict = (message: string) => new AppError('conflict', message, {});

export const forbidden = (message: string) => new AppError('forbidden', message, {});

export const unauthenticated = (message: string) => new AppError('unauthenticated', message, {});
