import { ConnectorError, type FailureEvidence } from '../../errors.ts';
import type { FoundWrite, WriteRequest, WriteResult } from '../../types.ts';
import type { Books } from '../books.ts';
import { type MarkedLine, markedAnswer, nothing } from './answers.ts';
import { paidDocument } from './paid-document.ts';
import { findPayable } from './payable.ts';
import { descriptionOf } from './payment-description.ts';
import { isRefusal, type WriteCalls, writeCalls } from './write-calls.ts';

type PaymentRequest = WriteRequest<'INVOICE_PAYMENT'>;

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
  try {
    if (invoice) await calls.ask({ method: 'account.invoice.write', args: [[invoice.id], {}], answer: nothing });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { state: 'unclear', evidence: error.evidence };
  }
  const late = invoice ? await readMarked(calls, request) : [];
  if (late.length === 0) await calls.requireCompany();
  return foundAs(books, request, late);
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

/** What a try has booked; null where there is nothing. Throws when somebody has taken it off the invoice. */
export async function findBooked(calls: WriteCalls, request: PaymentRequest): Promise<WriteResult | null> {
  const lines = await readMarked(calls, request);
  if (lines.length > 0) return resultOf(request, lines) ?? Promise.reject(takenOff());
  calls.nothingDone();
  return null;
}

/** The same for one that must be there: null also when it shows on no invoice. */
export const seeBooked = async (calls: WriteCalls, request: PaymentRequest): Promise<WriteResult | null> =>
  resultOf(request, await readMarked(calls, request));

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

const takenOff = () =>
  new ConnectorError('unknown', 'Tryton has booked this payment, and somebody took it off its invoice.', {
    mayBeDone: true,
  });
