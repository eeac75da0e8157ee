import { z } from 'zod';
import { sqlClient } from '../../../db/client.ts';
import { requirePermission } from '../../auth/permissions.ts';
import type { PlannedCall } from '../../connectors/types.ts';
import type { Context } from '../../context.ts';
import type { Issue } from '../../errors.ts';
import { isCountable } from './amount.ts';
import { previewWrites } from './dry-run.ts';
import { writeRecords } from './mutations.ts';
import type { WriteInput } from './schema.ts';

const words = z
  .string()
  .trim()
  .max(4_000)
  .optional()
  .transform((text) => text || undefined);

/** A payment as a person types it. Ids are the platform's, the amount is decimal text. */
export const paymentFormInput = z.strictObject({
  companyId: z.number().int().positive(),
  invoiceId: z.string().min(1, 'choose an invoice').max(255),
  accountId: z.string().min(1).max(255).optional(),
  amount: z
    .string()
    .trim()
    // Only a number can be looked at further.
    .regex(/^\d{1,15}(\.\d{1,10})?$/, { error: 'must be a number such as 120.50', abort: true })
    .refine((amount) => Number(amount) > 0, { error: 'must be more than 0', abort: true })
    .refine((amount) => isCountable(amount), 'is too large'),
  paymentDate: z.iso.date('must be a day'),
  documentNumber: words,
  memo: words,
  paymentMode: words,
  /** What this platform needs beside that, by its own names. */
  rawData: z.record(z.string(), z.string().trim().max(4_000)).default({}),
});
export type PaymentFormInput = z.input<typeof paymentFormInput>;
type PaymentForm = z.output<typeof paymentFormInput>;

/** What a payment would do: nothing was sent. Moments are ISO 8601. */
export interface PaymentPreview {
  /** What stands against it, by the form's own fields; empty when it may be sent. */
  issues: readonly Issue[];
  calls: readonly PlannedCall[];
  duplicates: { rootfiId: number; amount: string; paymentDate: string; documentNumber: string | null }[];
  /** Of the invoice; null where what is due is not known. */
  balance: { before: string; after: string } | null;
}

/** Checks a payment with us and with the platform, and sends nothing. Throws not-found. */
export async function previewPayment(ctx: Context, form: PaymentForm): Promise<PaymentPreview> {
  const [preview] = await previewWrites(ctx, paymentWriteOf(form));
  if (!preview) throw new Error('A preview of one payment has one answer');
  const { issues, calls, duplicates, balance } = preview;
  return {
    issues: issues.map(({ path, message }) => ({ path: fieldOf(path), message })),
    calls,
    duplicates: duplicates.map(({ rootfiId, amount, paymentDate, documentNumber }) => ({
      rootfiId,
      amount,
      paymentDate: paymentDate.toISOString(),
      documentNumber,
    })),
    balance: balance && { before: balance.before, after: balance.after },
  };
}

/**
 * Sends a payment and does not wait for it. `formId` names what was typed: sent again, because an answer was lost or a
 * button was pressed twice, it is written once. Throws what `writeRecords` throws.
 */
export async function sendPayment(ctx: Context, form: PaymentForm & { formId: string }): Promise<{ syncId: string }> {
  requirePermission(ctx, 'writes.create');
  const idempotencyKey = `console:${form.formId}`;
  await claimKey(ctx, idempotencyKey);
  const { syncId } = await writeRecords({ ...ctx, idempotencyKey }, { ...paymentWriteOf(form), runAsync: true });
  return { syncId };
}

/** Makes the form's key this request's, as `holdKey` expects it; one that is writing under it now is waited for. */
async function claimKey({ organisationId, requestId, now }: Context, key: string): Promise<void> {
  await sqlClient()`
    insert into idempotency_keys (organisation_id, key, fingerprint, request_id, created_at)
    values (${organisationId}, ${key}, 'console', ${requestId}, ${now})
    on conflict (organisation_id, key) do update set request_id = excluded.request_id, created_at = excluded.created_at`;
}

function paymentWriteOf(form: PaymentForm): WriteInput<'INVOICE_PAYMENT'> {
  const fields = {
    invoice_id: form.invoiceId,
    amount: form.amount,
    payment_date: `${form.paymentDate}T00:00:00.000Z`,
    ...(form.accountId && { account_id: form.accountId }),
    ...(form.documentNumber && { document_number: form.documentNumber }),
    ...(form.memo && { memo: form.memo }),
    ...(form.paymentMode && { payment_mode: form.paymentMode }),
  };
  const rawData = Object.fromEntries(Object.entries(form.rawData).filter(([, value]) => value !== ''));
  const records = [{ at: 'data', fields, rawData }];
  return { companyId: form.companyId, model: 'INVOICE_PAYMENT', operation: 'create', platformId: null, records };
}

const formFields: Record<string, string> = {
  invoice_id: 'invoiceId',
  account_id: 'accountId',
  payment_date: 'paymentDate',
  document_number: 'documentNumber',
  payment_mode: 'paymentMode',
};

/** `data.payment_date` → `paymentDate`, `data.raw_data.x` → `rawData.x`; empty for what is no field's fault. */
function fieldOf(path: string): string {
  const field = path.replace(/^data\.?/, '');
  return formFields[field] ?? field.replace(/^raw_data\./, 'rawData.');
}
