import { Decimal } from 'decimal.js';
import { db, sqlClient } from '../../../db/client.ts';
import { requirePermission } from '../../auth/permissions.ts';
import { ConnectorError } from '../../connectors/errors.ts';
import type { PlannedCall } from '../../connectors/types.ts';
import type { Context } from '../../context.ts';
import { AppError, type Issue, type PlatformErrorDetail } from '../../errors.ts';
import { connectionOf } from '../connections/connection-of.ts';
import { platformAccess } from '../connections/platform-access.ts';
import { checkWrite } from './check-write.ts';
import { newMarker } from './marker.ts';
import type { WriteInput } from './schema.ts';
import { loadTarget } from './target.ts';
import { asRefusal, asWriteFailure } from './write-failure.ts';
import type { InvoicePaymentFields } from './write-fields.ts';

/** What a write of one record would do: nothing was sent and nothing stored. */
export interface RecordPreview {
  /** What stands against it, by us or by the platform; empty when it may be sent. */
  issues: readonly Issue[];
  /** How the platform would refuse it, as far as that is known before it is sent. */
  platform: PlatformErrorDetail | null;
  /** The calls that the platform would get, in their order; empty where something stands against it. */
  calls: readonly PlannedCall[];
  /** Payments that are stored for the same invoice and amount, dated within three days. */
  duplicates: DuplicatePayment[];
  /** Of the invoice that is paid, as it is stored; null without one. */
  balance: BalancePreview | null;
}

export interface DuplicatePayment {
  rootfiId: number;
  platformId: string;
  amount: string;
  paymentDate: Date;
  documentNumber: string | null;
}

export interface BalancePreview {
  invoiceId: string;
  currencyId: string | null;
  before: string;
  after: string;
}

/**
 * What a write would do, record by record: it is checked as if it were one, and the platform is asked how it would be
 * written. Throws not-found.
 */
export async function previewWrites(ctx: Context, input: WriteInput): Promise<RecordPreview[]> {
  requirePermission(ctx, 'writes.create');
  const { companyId } = input;
  const refusal = await checkAll(ctx, input);
  const plans = refusal ? [] : await planAll(ctx, input);
  return Promise.all(
    input.records.map(async ({ at, fields }, place) => {
      const payment = input.model === 'INVOICE_PAYMENT' ? (fields as InvoicePaymentFields) : null;
      const [duplicates, balance] = payment
        ? await Promise.all([likelyDuplicates(companyId, payment), balanceAfter(companyId, payment)])
        : [[], null];
      const plan = plans[place] ?? { calls: [], refusal };
      return { ...problemsOf(plan.refusal, at), calls: plan.calls, duplicates, balance };
    }),
  );
}

/** What stands against the write as far as we know; null when nothing does. */
async function checkAll(ctx: Context, input: WriteInput): Promise<AppError | null> {
  return db()
    .transaction(async (tx) => void checkWrite(await loadTarget(tx, ctx, input.companyId), input))
    .then(
      () => null,
      (error: unknown) => {
        if (error instanceof AppError && (error.is('invalid') || error.is('forbidden'))) return error;
        throw error;
      },
    );
}

/** Of a refusal what concerns the record that was sent at a place, or all of them. */
function problemsOf(refusal: AppError | null, at: string): Pick<RecordPreview, 'issues' | 'platform'> {
  if (!refusal) return { issues: [], platform: null };
  if (!refusal.is('invalid')) {
    const platform = refusal.is('forbidden') || refusal.is('platform') ? (refusal.details.platform ?? null) : null;
    return { issues: [{ path: at, message: refusal.message }], platform };
  }
  const { issues, platform = null } = refusal.details;
  const own = issues.filter(({ path }) => path === '' || path === at || path.startsWith(`${at}.`));
  return { issues: own, platform: own.length > 0 ? platform : null };
}

/** How long the platform may take to look things up for all records. */
const planSeconds = 25;

interface Plan {
  calls: readonly PlannedCall[];
  refusal: AppError | null;
}

async function planAll(ctx: Context, input: WriteInput): Promise<Plan[]> {
  const connection = await connectionOf(ctx, input.companyId);
  const access = connection && (await platformAccess(connection));
  if (!connection || !access) return [];
  const signal = AbortSignal.timeout(planSeconds * 1000);
  const { model, operation, platformId, records } = input;
  const planOne = async ({ fields, rawData }: WriteInput['records'][number]): Promise<Plan> => {
    const { writer } = await access.session();
    const request = { model, operation, platformId, fields, rawData, marker: newMarker() };
    return { calls: (await writer?.plan(request, signal)) ?? [], refusal: null };
  };
  const plans: Plan[] = [];
  for (const record of records) {
    const refused = (error: unknown): Plan => {
      if (!(error instanceof ConnectorError) && !signal.aborted) throw error;
      const { errorCode: code, message, field, evidence } = access.conceal(asWriteFailure(error));
      const failure = { code, message, field, evidence: { ...evidence } };
      return { calls: [], refusal: asRefusal(failure, connection.integration, record.at) };
    };
    plans.push(await access.limited(() => planOne(record)).catch(refused));
  }
  access.close();
  return plans;
}

const dayMs = 86_400_000;
const nearDays = 3;

/** Payments of the same invoice and amount, of a day near it: likely the same payment, booked by somebody else. */
async function likelyDuplicates(companyId: number, payment: InvoicePaymentFields): Promise<DuplicatePayment[]> {
  const day = Math.floor(Date.parse(payment.payment_date) / dayMs);
  const from = new Date((day - nearDays) * dayMs);
  const before = new Date((day + nearDays + 1) * dayMs);
  const { invoice_id: invoiceId = null, credit_note_id: creditNoteId = null } = payment;
  const rows = await sqlClient()<(Omit<DuplicatePayment, 'rootfiId'> & { rootfiId: string })[]>`
    select rootfi_id as "rootfiId", platform_id as "platformId", amount, payment_date as "paymentDate",
      document_number as "documentNumber"
    from record_invoice_payments
    where company_id = ${companyId} and rootfi_deleted_at is null and amount = ${payment.amount}
      and payment_date >= ${from} and payment_date < ${before}
      and (invoice_id = ${invoiceId} or (${invoiceId}::text is null and credit_note_id = ${creditNoteId}))
    order by payment_date, rootfi_id limit 20`;
  return rows.map((row) => ({ ...row, rootfiId: Number(row.rootfiId) }));
}

async function balanceAfter(companyId: number, payment: InvoicePaymentFields): Promise<BalancePreview | null> {
  if (!payment.invoice_id) return null;
  const [invoice] = await sqlClient()<{ amount_due: string | null; currency_id: string | null }[]>`
    select amount_due, currency_id from record_invoices
    where company_id = ${companyId} and platform_id = ${payment.invoice_id} and rootfi_deleted_at is null`;
  if (!invoice?.amount_due) return null;
  const exact = Decimal.clone({ precision: 100 });
  const before = new exact(invoice.amount_due);
  return {
    invoiceId: payment.invoice_id,
    currencyId: invoice.currency_id,
    before: before.toFixed(),
    after: before.minus(payment.amount).toFixed(),
  };
}
