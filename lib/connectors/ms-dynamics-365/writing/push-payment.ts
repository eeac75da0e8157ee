import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ConnectorError } from '../../errors.ts';
import type { FoundWrite, WriteRequest, WriteResult } from '../../types.ts';
import type { OpenCompany } from '../company.ts';
import { documentNumberOf, isOurNumber } from '../payment-text.ts';
import { type PlannedPayment, planPayment, signsOf } from './planned-payment.ts';
import { findPosted, findRenumbered, postedPath } from './posted-payment.ts';
import { beforeSending, refused } from './refusal.ts';

const lineRow = z.object({
  '@odata.etag': z.string(),
  id: z.string(),
  lineNumber: z.number(),
  documentNumber: z.string(),
});
type Line = z.infer<typeof lineRow>;

/** How often a journal in which others write at the same moment is looked at again, and how long between. */
const mostTurns = 8;
const turnMs = 400;

/**
 * Enters a payment in its journal and posts the journal. Posting takes every line that is there, so that nothing is
 * posted while a line of somebody else waits: of several writes at once the first stays, the others withdraw and come
 * again. A line that an earlier try has left is gone on with.
 */
export async function pushPayment(
  company: OpenCompany,
  request: WriteRequest<'INVOICE_PAYMENT'>,
  signal: AbortSignal,
): Promise<WriteResult> {
  const documentNumber = documentNumberOf(request.marker);
  const before = await beforeSending(signal, () => findPosted(company, documentNumber, signal));
  if (before !== null) return resultOf(request, before);
  const plan = await beforeSending(signal, () => planPayment(company, request, signal));
  await takeTurn(company, plan, signal);
  const posted = await postAndFind(company, plan, signal);
  return resultOf(request, posted);
}

/** Payments move their invoice. */
const resultOf = ({ fields }: WriteRequest<'INVOICE_PAYMENT'>, platformId: string): WriteResult => ({
  platformId,
  related: fields.invoice_id === undefined ? [] : [{ model: 'INVOICE', platformId: fields.invoice_id }],
});

/** Returns when the line is in the journal alone, or is no longer there. Throws ConnectorError, the line withdrawn. */
async function takeTurn(company: OpenCompany, plan: PlannedPayment, signal: AbortSignal): Promise<void> {
  for (let turn = 1; ; turn++) {
    const before = await linesOf(company, plan, signal);
    requireOwnLines(before, plan);
    const mine = before.filter((line) => line.documentNumber === plan.documentNumber);
    if (mine.length === 0) await company.client.write(plan.enter, signal);
    const now = await onceEntered(() => linesOf(company, plan, signal));
    const [own, ...again] = now.filter((line) => line.documentNumber === plan.documentNumber);
    // An earlier try may have arrived after all: one line is one payment.
    for (const line of again) await withdraw(company, line, signal);
    const others = await withoutLeftovers(
      company,
      now.filter((line) => line.documentNumber !== plan.documentNumber),
      signal,
    );
    if (!own || others.length === 0) return;
    const isForeign = others.some((line) => !isOurNumber(line.documentNumber));
    const isLast = isForeign || turn === mostTurns;
    if (isLast || others.some((line) => line.lineNumber < own.lineNumber)) await withdraw(company, own, signal);
    if (isLast) requireNoLines(others);
    await sleep(turnMs * (0.5 + Math.random()), undefined, { signal }).catch((cause: unknown) => {
      throw new ConnectorError('platform-down', 'The write was given up while it waited for its turn', { cause });
    });
  }
}

/**
 * Lines without those of payments that are booked already: they arrived after all when their write had long been sent
 * again, and would be a second payment.
 */
async function withoutLeftovers(company: OpenCompany, lines: readonly Line[], signal: AbortSignal): Promise<Line[]> {
  const waiting: Line[] = [];
  for (const line of lines) {
    const isOurs = isOurNumber(line.documentNumber);
    const isBooked = isOurs && (await onceEntered(() => findPosted(company, line.documentNumber, signal))) !== null;
    if (isBooked) await withdraw(company, line, signal);
    else waiting.push(line);
  }
  return waiting;
}

function requireOwnLines(lines: readonly Line[], plan: PlannedPayment): void {
  const isForeign = ({ documentNumber }: Line) =>
    documentNumber !== plan.documentNumber && !isOurNumber(documentNumber);
  if (lines.some(isForeign)) requireNoLines(lines);
}

function requireNoLines(lines: readonly Line[]): void {
  if (lines.length === 0) return;
  throw refused(
    'raw_data.payment_journal_id',
    'The journal holds other lines, which would be posted with this payment. Post or delete them, or give another journal',
    'operation-denied',
  );
}

async function linesOf(company: OpenCompany, { lines }: PlannedPayment, signal: AbortSignal): Promise<Line[]> {
  const { rows } = await asking(() => company.client.list(lines, 1000, signal));
  return z.array(lineRow).parse(rows);
}

/** A look at the journal. What it finds out about the journal's id is told by the caller's word for it. */
async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.evidence.status !== 404) throw error;
    throw refused('raw_data.payment_journal_id', 'Business Central has no payment journal of this id');
  }
}

async function withdraw(company: OpenCompany, line: Line, signal: AbortSignal): Promise<void> {
  const path = `${company.path}/customerPayments(${line.id})`;
  await company.client.write({ method: 'DELETE', path, ifMatch: line['@odata.etag'] }, signal).catch((error) => {
    // Somebody posted or deleted it meanwhile.
    const isGone = error instanceof ConnectorError && error.evidence.status === 404;
    if (!isGone) throw error;
  });
}

/** Posts the journal and answers the id of what it made. A refused line is taken out of the journal again. */
async function postAndFind(company: OpenCompany, plan: PlannedPayment, signal: AbortSignal): Promise<string> {
  try {
    await company.client.write(plan.post, signal);
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.mayBeDone) throw error;
    // Another write may have posted the journal, this line in it.
    const posted = await onceEntered(() => findPosted(company, plan.documentNumber, signal));
    if (posted !== null) return posted;
    const lines = await onceEntered(() => linesOf(company, plan, signal));
    for (const line of lines.filter(({ documentNumber }) => documentNumber === plan.documentNumber)) {
      await withdraw(company, line, signal);
    }
    throw error;
  }
  const posted = await onceEntered(async () => {
    return (await findPosted(company, plan.documentNumber, signal)) ?? (await findRenumbered(company, plan, signal));
  });
  if (posted !== null) return posted;
  throw new ConnectorError('unknown', 'The journal was posted, and the payment is not in the general ledger', {
    mayBeDone: true,
  });
}

/** A look at the platform after a line was entered: a failure of it leaves the payment open, whatever it was. */
async function onceEntered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.mayBeDone) throw error;
    const { failureClass, message, evidence, retryAfterSeconds } = error;
    throw new ConnectorError(failureClass, message, { evidence, retryAfterSeconds, mayBeDone: true, cause: error });
  }
}

/**
 * Whether a payment was posted. A line that waits in the journal is no payment: sending it again goes on with it, and
 * posts it once. Where there may be one under another number, nobody can tell.
 */
export async function findPayment(
  company: OpenCompany,
  request: WriteRequest<'INVOICE_PAYMENT'>,
  signal: AbortSignal,
): Promise<FoundWrite> {
  const documentNumber = documentNumberOf(request.marker);
  const evidence = { method: 'GET', path: postedPath(company, documentNumber), status: 200 };
  const posted = await findPosted(company, documentNumber, signal);
  if (posted !== null) return { state: 'confirmed', result: resultOf(request, posted), evidence };
  const renumbered = await findRenumbered(company, await signsOf(company, request, signal), signal);
  return { state: renumbered === null ? 'absent' : 'unclear', evidence };
}
