import type { z } from 'zod';
import { type Answer, type Call, methodNotAllowed, Refusal } from '../../http.ts';
import type { Book } from '../../state/book.ts';
import { createRecord, updateRecord } from '../../state/ledger.ts';
import { carryOut } from '../native/interference.ts';
import { transactionId } from './ids.ts';
import { entityBody, entityChanges, newEntity } from './input/entity.ts';
import { paymentBody, paymentFields } from './input/payment.ts';
import { interfere } from './interference.ts';
import type { NetsuiteWire } from './netsuite-wire.ts';
import { readRecordBody, warningOf } from './record-body.ts';
import { formatEntity, formatPayment } from './record-format.ts';
import { findRecord, modelOfType, type RecordType, recordTypes } from './record-types.ts';
import { refusedByLedger } from './refused-by-ledger.ts';

/** One request to one record type. */
interface RecordCall {
  call: Call;
  book: Book;
  wire: NetsuiteWire;
  type: RecordType;
}

/** `/services/rest/record/v1/{type}` and `…/{type}/{id}` or `…/{type}/eid:{externalId}`. */
export async function answerRecord(call: Call, book: Book, wire: NetsuiteWire): Promise<Answer> {
  const [, , , , name = '', id, ...rest] = call.path;
  const type = recordTypes.find((one) => one === name.toLowerCase());
  if (!type || rest.length > 0) throw new Refusal(404, 'not_found', `Record '${name}' was not found.`);
  const at = { call, book, wire, type };
  if (id === undefined) return await answerType(at);
  return await answerOne(at, id);
}

async function answerType(at: RecordCall): Promise<Answer> {
  if (at.call.method !== 'POST') throw methodNotAllowed('POST');
  return at.type === 'customerpayment'
    ? await write(at, paymentBody, (given, now) => createPayment(at, given, now))
    : await write(at, entityBody, (given, now) => createEntity(at, given, now));
}

async function answerOne(at: RecordCall, id: string): Promise<Answer> {
  const { call, book, wire, type } = at;
  if (call.method === 'PATCH' && type !== 'customerpayment') {
    return await write(at, entityBody, (given, now) => changeEntity(at, type, id, given, now));
  }
  if (call.method !== 'GET') throw methodNotAllowed(type === 'customerpayment' ? 'GET' : 'GET, PATCH');
  await interfere(call, book, { model: modelOfType[type], page: null, on: 'read' }, wire);
  const body =
    type === 'customerpayment'
      ? formatPayment(book, findRecord(book, type, id))
      : formatEntity(findRecord(book, type, id));
  return { status: 200, body: { links: [], ...body }, book: book.id };
}

/** Carries out a write; what was written stands in `Location` alone. */
async function write<S extends z.ZodObject>(
  { call, book, wire, type }: RecordCall,
  schema: S,
  put: (given: z.output<S>, now: Date) => number,
): Promise<Answer> {
  const place = { model: modelOfType[type], page: null, on: 'write' as const };
  await interfere(call, book, place, wire);
  const { given, unknown } = await readRecordBody(schema, call);
  const id = await carryOut(call, book, place, wire.store, async () => {
    const written = refusedByLedger(() => put(given, wire.now()));
    wire.store.changed();
    return written;
  });
  const location = `http://${call.header('host')}/services/rest/record/v1/${type}/${id}`;
  return { status: 204, body: null, headers: { location, ...warningOf(unknown) }, book: book.id };
}

function createPayment({ book }: RecordCall, given: z.output<typeof paymentBody>, now: Date): number {
  const fields = paymentFields(book, given, now.getTime());
  return transactionId('payments', createRecord(book, 'payments', fields, now.toISOString()).id);
}

function createEntity({ book, type }: RecordCall, given: z.output<typeof entityBody>, now: Date): number {
  const fields = newEntity(book, type === 'vendor' ? 'supplier' : 'customer', given);
  return createRecord(book, 'contacts', fields, now.toISOString()).id;
}

function changeEntity(
  { book, call }: RecordCall,
  type: 'customer' | 'vendor',
  id: string,
  given: z.output<typeof entityBody>,
  now: Date,
): number {
  const contact = findRecord(book, type, id);
  const replacesAddresses = (call.url.searchParams.get('replace') ?? '').split(',').includes('addressBook');
  const changes = entityChanges(contact, given, { replacesAddresses });
  return updateRecord(book, 'contacts', contact, changes, now.toISOString()).id;
}
