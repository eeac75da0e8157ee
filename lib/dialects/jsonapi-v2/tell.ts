import type { z } from 'zod';

/** Notes a problem of a parameter, by its name as the caller wrote it. */
export type Tell = (parameter: string, message: string, kind?: string) => void;

/** Notes problems with a schema's transformation. */
export const tellTo =
  (ctx: z.core.$RefinementCtx): Tell =>
  (parameter, message, kind) => {
    ctx.addIssue({ code: 'custom', path: [parameter], message, params: { kind } });
  };
