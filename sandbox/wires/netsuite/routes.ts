import { type Answer, type Call, Refusal } from '../../http.ts';
import type { Book } from '../../state/book.ts';
import type { NetsuiteWire } from './netsuite-wire.ts';
import { answerRecord } from './records.ts';
import { netsuiteErrorAnswer } from './refusal.ts';
import { signedBook } from './signature.ts';
import { answerSuiteql } from './suiteql-endpoint.ts';

/** Everything under `/services/rest`: each request is signed for one account, and counts against what it may do at once. */
export async function answerNetsuite(call: Call, wire: NetsuiteWire): Promise<Answer> {
  let book: Book | undefined;
  try {
    const signed = signedBook(call, wire);
    book = signed;
    return await wire.concurrency.within(signed, () => route(call, signed, wire));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return netsuiteErrorAnswer(error, book?.id);
  }
}

async function route(call: Call, book: Book, wire: NetsuiteWire): Promise<Answer> {
  const [, , service, version, last, ...rest] = call.path;
  if (service === 'query' && version === 'v1' && last === 'suiteql' && rest.length === 0) {
    return await answerSuiteql(call, book, wire);
  }
  if (service === 'record' && version === 'v1') return await answerRecord(call, book, wire);
  throw new Refusal(404, 'not_found', 'The requested resource does not exist.');
}
