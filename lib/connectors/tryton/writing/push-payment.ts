import { ConnectorError } from '../../errors.ts';
import type { PlannedCall, WriteRequest, WriteResult } from '../../types.ts';
import type { Books } from '../books.ts';
import { findBooked, seeBooked } from './find-payment.ts';
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
 * Pays an invoice, or refunds a credit note, once. Each try begins with a look for what an earlier one may have booked
 * and with what is to pay now. Tryton has no codes, and words a clash of two bookings like an error of the form ("You can
 * create only one journal per period."): what it refuses is tried again, and is refused when it says the same twice.
 * Throws ConnectorError.
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

/** Throws, without a way back to booking it once more, when it does not show. */
async function bookedNow(calls: WriteCalls, request: PaymentRequest): Promise<WriteResult> {
  const result = await seeBooked(calls, request);
  if (!result) throw notFoundAgain();
  return result;
}

/** A failure after which it can be told by a look what became of the booking; throws any other. */
function answeredFailure(error: unknown): ConnectorError {
  if (isAnswered(error) && error.failureClass !== 'permission') return error;
  throw error;
}

function isHopeless(failures: readonly ConnectorError[]): boolean {
  const [last, before] = failures.toReversed();
  if (!before || failures.length >= mostTries) return failures.length >= mostTries;
  return !isClash(last) && last?.evidence.platformMessage === before.evidence.platformMessage;
}

/** The failure as it is told, once it is known that nothing was booked. */
const told = (error: ConnectorError) =>
  isRefusal(error) ? refusedInWords(undefined, error) : withMayBeDone(error, false);

const notFoundAgain = () =>
  new ConnectorError('unknown', 'Tryton said that it booked the payment, and does not show it.', { mayBeDone: true });
