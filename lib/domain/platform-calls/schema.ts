import { z } from 'zod';

/** Which calls are asked for: those of all that is named together. */
export const listPlatformCallsInput = z.strictObject({
  companyId: z.number().int().positive().optional(),
  syncId: z.uuid().optional(),
  jobId: z.uuid().optional(),
  requestId: z.string().max(255).optional(),
  limit: z.number().int().min(1).max(200).default(50),
  /** The id of the last call seen. */
  cursor: z.number().int().positive().optional(),
});
export type ListPlatformCallsInput = z.input<typeof listPlatformCallsInput>;

/** One exchange with a platform, without secrets. JSON-safe but for `createdAt`. */
export interface PlatformCallView {
  id: number;
  companyId: number;
  syncId: string | null;
  jobId: string | null;
  requestId: string;
  method: string;
  host: string;
  /** With its query. */
  path: string;
  /** Null: there was no answer. */
  status: number | null;
  /** Why there was no answer. */
  failure: string | null;
  durationMs: number;
  /** Null where there was none, or none may be kept; else as much of it as is kept. */
  requestBody: string | null;
  requestBytes: number;
  responseBody: string | null;
  responseBytes: number;
  createdAt: Date;
}
