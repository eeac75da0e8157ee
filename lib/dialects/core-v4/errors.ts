import { z } from 'zod';
import { type AppError, type PlatformErrorCode, type PlatformErrorDetail, platformErrorCodes } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { named } from '../../http/shapes.ts';

const platformErrorShape = named(
  'PlatformError',
  z.object({
    code: z.enum(platformErrorCodes),
    message: z.string(),
    field: z.string().optional(),
    integration: z.string().nullable(),
    response: z.unknown().optional(),
  }),
);

export const errorShape = named(
  'Error',
  z.object({
    error: z.object({
      status_code: z.int(),
      message: z.string(),
      request_id: z.uuid(),
      timestamp: z.iso.datetime(),
      platform_error: platformErrorShape.nullable(),
      issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    }),
  }),
);

type ErrorBody = z.infer<typeof errorShape>;
type PlatformErrorBody = z.infer<typeof platformErrorShape>;

/** A fault in the shape of the Core API. Null, an unknown error, says nothing but the request id. */
export function failure(error: AppError | null, { requestId, now }: Exchange): { status: number; body: ErrorBody } {
  const status = error ? statusOf(error) : 500;
  const platform = error ? platformOf(error) : undefined;
  const body: ErrorBody = {
    error: {
      status_code: status,
      message: error?.message ?? 'Something went wrong on our side; quote the request id when you report it',
      request_id: requestId,
      timestamp: now.toISOString(),
      platform_error: platform ? platformErrorBody(platform) : null,
    },
  };
  if (error?.is('invalid')) body.error.issues = error.details.issues.map(({ path, message }) => ({ path, message }));
  return { status, body };
}

function statusOf(error: AppError): number {
  switch (error.code) {
    case 'invalid':
      return 400;
    case 'unauthenticated':
      return 401;
    case 'forbidden':
      return 403;
    case 'not-found':
      return 404;
    case 'method-not-allowed':
      return 405;
    case 'conflict':
      return 409;
    case 'payload-too-large':
      return 413;
    case 'unsupported-media-type':
      return 415;
    case 'idempotency-mismatch':
      return 422;
    case 'rate-limited':
      return 429;
    case 'platform':
      return error.is('platform') ? platformStatus[error.details.platform.code] : 502;
    case 'unavailable':
      return 503;
  }
}

/** How a platform's refusal reads as a status. */
const platformStatus: Record<PlatformErrorCode, number> = {
  'missing-params': 400,
  'invalid-params': 400,
  'record-already-exists': 409,
  'operation-denied': 403,
  'platform-denied': 403,
  'unknown-error': 502,
};

function platformOf(error: AppError): PlatformErrorDetail | undefined {
  if (error.is('platform') || error.is('forbidden') || error.is('invalid')) return error.details.platform;
  return undefined;
}

function platformErrorBody(detail: PlatformErrorDetail): PlatformErrorBody {
  const { code, message, field, integration, response } = detail;
  return { code, message, ...(field && { field }), integration, ...(response !== undefined && { response }) };
}
