import { z } from 'zod';
import type { RecordModel } from '../../../domain/records/registry.ts';
import type { RecordRow } from '../../../domain/records/rows.ts';
import { exactNumber, toWire } from '../../../domain/records/wire.ts';
import type { RecordPreview } from '../../../domain/writes/dry-run.ts';
import type { WriteAnswer } from '../../../domain/writes/schema.ts';
import { platformErrorCodes } from '../../../errors.ts';
import { moment, momentShape } from './moment.ts';
import { recordShape } from './record-shape.ts';

/** What a request that writes comes to: an answer, or with dry_run what would be done. */
export type WriteResult = { answer: WriteAnswer } | { previews: readonly RecordPreview[]; isList: boolean };

/** A record that the platform has taken, and the sync that tells of it. */
export const writtenWire = ({ record, syncId }: { record: RecordRow; syncId: string }) => ({
  data: toWire(record),
  sync_id: syncId,
});

export const syncOnlyShape = z.object({ sync_id: z.uuid() });

/** The answer of a write: the record, or the sync in which its outcome is to be seen, or with dry_run what would be done. */
export function writeWire(result: WriteResult): unknown {
  if ('previews' in result) {
    const [first] = result.previews;
    return { data: result.isList ? result.previews.map(previewWire) : first && previewWire(first) };
  }
  const { record, syncId } = result.answer;
  return record ? writtenWire({ record, syncId }) : { sync_id: syncId };
}

/** 202 where the outcome is not known yet. */
export const writeStatus = (result: WriteResult): number => ('answer' in result && !result.answer.record ? 202 : 200);

const previewWire = ({ issues, platform, calls, duplicates, balance }: RecordPreview) => ({
  request: calls.map(({ method, path, body }) => ({ method, path, body: body ?? null })),
  validation: {
    valid: issues.length === 0,
    issues: issues.map(({ path, message }) => ({ path, message })),
    platform_error: platform && { code: platform.code, message: platform.message, integration: platform.integration },
  },
  duplicates: duplicates.map((payment) => ({
    rootfi_id: payment.rootfiId,
    platform_id: payment.platformId,
    amount: exactNumber(payment.amount),
    payment_date: moment(payment.paymentDate),
    document_number: payment.documentNumber,
  })),
  balance: balance && {
    invoice_id: balance.invoiceId,
    currency_id: balance.currencyId,
    before: exactNumber(balance.before),
    after: exactNumber(balance.after),
  },
});

const previewShape = z.object({
  request: z.array(z.object({ method: z.string(), path: z.string(), body: z.unknown() })),
  validation: z.object({
    valid: z.boolean(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })),
    platform_error: z
      .object({ code: z.enum(platformErrorCodes), message: z.string(), integration: z.string().nullable() })
      .nullable(),
  }),
  duplicates: z.array(
    z.object({
      rootfi_id: z.int(),
      platform_id: z.string(),
      amount: z.number(),
      payment_date: momentShape.nullable(),
      document_number: z.string().nullable(),
    }),
  ),
  balance: z
    .object({
      invoice_id: z.string(),
      currency_id: z.string().nullable(),
      before: z.number(),
      after: z.number(),
    })
    .nullable(),
});

/** The shape of a write's answer with 200. */
export const writeShape = (model: RecordModel) =>
  z.union([
    z.object({ data: recordShape(model), sync_id: z.uuid() }),
    z.object({ data: z.union([previewShape, z.array(previewShape)]) }),
  ]);
