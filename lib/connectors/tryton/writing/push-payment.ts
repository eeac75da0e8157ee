import { ConnectorError, type FailureEvidence } from '../../errors.ts';
import type { FoundWrite, PlannedCall, WriteRequest, WriteResult } from '../../types.ts';
import type { Books } from '../books.ts';
import { type MarkedLine, markedAnswer, nothing } from './answers.ts';
import { paidDocument } from './paid-document.ts';
import { findPayable } from './payable.ts';
import { descriptionOf } from './payment-description.ts';
import { bookPayment, openedOn } from './payment-wizard.ts';
import { preparePayment } from './prepare-payment.ts';
import { refusedInWords } from './refusal.ts';
import {
  isAnswered,
  isClash,
  isRefusal,
  type WriteCalls,
  withMayBeDone,
  writeCalls,
  writeContext,
} from './write-calls.ts';

type PaymentRequest = WriteRequest<'INVOICE_PAYMENT'>;

/** As often as it is tried when others write the same invoice at the same moment: each time, one of them has got on. */
const mostTries = 6;

/**
 * Pays an invoice, or refunds a credit note, once. Each try begins with a look for what an earlier one may have booked and with what is to pay now.
 * Tryton has no codes, and words a clash of two bookings like an error of the form ("You can create only one journal per
 * period."): what it refuses is tried again, and is refused when it says the same twice.
 */
export async function pushPayment(books: Books, request: PaymentRequest, signal: AbortSignal): Promise<WriteResult> {
  const calls = writeCalls(books, 'INVOICE_PAYMENT', signal);
  const failures: ConnectorError[] = [];
  for (;;) {
    const booked = await findBooked(calls, request);
    if (booked) return booked;
    const last = failures.at(-1);
    if (last && isHopeless(failures)) throw told(last);
    const prepared = await preparePayment(calls, request);
    const failure = await bookPayment(calls, prepared).then(() => null, answeredFailure);
    if (!failure) return bookedNow(calls, request);
    failures.push(failure);
  }
}

/** What Tryton is asked to do, with the names of what only its answers bring. */
export async function planPayment(books: Books, request: PaymentRequest, signal: AbortSignal): Promise<PlannedCall[]> {
  const calls = writeCalls(books, 'INVOICE_PAYMENT', signal);
  const { invoice, isPartial, start } = await preparePayment(calls, request);
  const context = { ...writeContext(books), ...openedOn(invoice.id) };
  const stamped = { ...context, _timestamp: { [`account.invoice,${invoice.id}`]: invoice._timestamp } };
  const session = '<session of the wizard>';
  const ask = { type: 'partial', '…': '<the rest as Tryton fills it in>' };
  const call = (method: string, params: readonly unknown[]): PlannedCall => ({
    method: 'POST',
    path: `${books.client.path} wizard.account.invoice.pay.${method}`,
    body: { params },
  });
  return [
    call('create', [context]),
    call('execute', [session, { start }, 'choice', stamped]),
    ...(isPartial ? [call('execute', [session, { start, ask }, 'pay', stamped])] : []),
    call('delete', [session, writeContext(books)]),
  ];
}

/**
 * Looks for a payment by the origin and description of its move. Before it is called absent, the invoice is written
 * without a change: that waits for a booking that is just being committed, and whatever else of an earlier try is still
 * under way carries the invoice's stamp from before and fails.
 */
export async function findPayment(books: Books, request: PaymentRequest, signal: AbortSignal): Promise<FoundWrite> {
  const calls = writeCalls(books, 'INVOICE_PAYMENT', signal);
  const early = await readMarked(calls, request);
  if (early.length > 0) return foundAs(books, request, early);
  const invoice = await findPayable(calls, paidDocument(request.fields));
  if (!invoice) return foundAs(books, request, []);
  try {
    await calls.ask({ method: 'account.invoice.write', args: [[invoice.id], {}], answer: nothing });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { state: 'unclear', evidence: error.evidence };
  }
  return foundAs(books, request, await readMarked(calls, request));
}

function foundAs(books: Books, request: PaymentRequest, lines: readonly MarkedLine[]): FoundWrite {
  const evidence = (platformMessage: string): FailureEvidence => ({
    method: 'POST',
    path: `${books.client.path} model.${markedSearch}`,
    platformMessage,
  });
  const [line] = lines;
  if (!line) return { state: 'absent', evidence: evidence(`no move carries ${request.marker}`) };
  const result = resultOf(request, lines);
  return result
    ? { state: 'confirmed', result, evidence: evidence(`account.move ${line.move} carries ${request.marker}`) }
    : { state: 'unclear', evidence: evidence(`account.move ${line.move} was taken off its invoice`) };
}

/** What a try has booked; null where there is nothing. */
async function findBooked(calls: WriteCalls, request: PaymentRequest): Promise<WriteResult | null> {
  const lines = await readMarked(calls, request);
  if (lines.length > 0) return resultOf(request, lines) ?? Promise.reject(takenOff());
  calls.nothingDone();
  return null;
}

async function bookedNow(calls: WriteCalls, request: PaymentRequest): Promise<WriteResult> {
  const result = resultOf(request, await readMarked(calls, request));
  if (!result) throw notFoundAgain();
  return result;
}

const markedSearch = 'account.move.line.search_read';

/** The lines of the move that carries the marker. */
async function readMarked({ ask }: WriteCalls, { fields, marker }: PaymentRequest): Promise<MarkedLine[]> {
  const { id } = paidDocument(fields);
  if (!/^\d{1,9}$/.test(id)) return [];
  return ask({
    method: markedSearch,
    args: [
      [
        ['move.origin', '=', `account.invoice,${id}`],
        ['move.description', 'like', descriptionOf(marker)],
      ],
      0,
      null,
      [['id', 'ASC']],
      ['move', 'invoice_payment'],
    ],
    answer: markedAnswer,
  });
}

/** The line that pays the invoice, as which a payment is pulled; null where none does. */
function resultOf({ fields }: PaymentRequest, lines: readonly MarkedLine[]): WriteResult | null {
  const { model, id } = paidDocument(fields);
  const line = lines.find(({ invoice_payment }) => String(invoice_payment) === id);
  return line ? { platformId: String(line.id), related: [{ model, platformId: id }] } : null;
}

/** A failure after which it can be told by a look what became of the booking; throws any other. */
function answeredFailure(error: unknown): ConnectorError {
  if (isAnswered(error) && error.failureClass !== 'permission') return error;
  throw error;
}

function isHopeless(failures: readonly ConnectorError[]): boolean {
  const [last, before] = failures.toReversed();
  if (failures.length >= mostTries) return true;
  return !isClash(last) && last?.evidence.platformMessage === before?.evidence.platformMessage;
}

/** The failure as it is told, once it is known that nothing was booked. */
const told = (error: ConnectorError) =>
  isRefusal(error) ? refusedInWords(undefined, error) : withMayBeDone(error, false);

const takenOff = () =>
  new ConnectorError('unknown', 'Tryton has booked this payment, and somebody took it off its invoice.', {
    mayBeDone: true,
  });

const notFoundAgain = () =>
  new ConnectorError('unknown', 'Tryton said that it booked the payment, and does not show it.', { mayBeDone: true });
