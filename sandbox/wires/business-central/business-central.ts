import { type Answer, type Call, Refusal } from '../../http.ts';
import type { Book } from '../../state/book.ts';
import { interfere, spoil } from '../native/interference.ts';
import { answerWrite } from './answer-write.ts';
import type { BusinessCentralWire } from './business-central-wire.ts';
import { type EntitySet, entitySets, fieldsOf } from './entity-sets.ts';
import { company } from './format/setup.ts';
import { customerPayment, customerPaymentJournals, journalAccount, linesOf } from './journals.ts';
import { pageOf, parseListQuery } from './list-query.ts';
import { badRequest, notFound, odataError } from './odata-error.ts';
import { type Segment, segmentOf } from './segment.ts';
import { answerToken, noEnvironment, sandboxEnvironment, sandboxTenant } from './token-endpoint.ts';
import { type WireRow, withEtag } from './wire-row.ts';

/** `/business-central/…`: Business Central's API v2.0 and the token endpoint that goes with it. */
export async function answerBusinessCentral(call: Call, wire: BusinessCentralWire): Promise<Answer> {
  try {
    return await route(call, wire);
  } catch (error) {
    if (error instanceof Refusal) return odataError(error);
    throw error;
  }
}

async function route(call: Call, wire: BusinessCentralWire): Promise<Answer> {
  const [, first = '', second = '', third = '', ...rest] = call.path;
  if (second === 'oauth2' && third === 'v2.0' && rest.join('/') === 'token')
    return await answerToken(call, first, wire);
  const [api, version, ...path] = rest;
  if (first !== 'v2.0' || api !== 'api' || version !== 'v2.0') throw notFound('No HTTP resource was found');
  if (second.toLowerCase() !== sandboxTenant) throw notFound('The tenant was not found');
  if (third.toLowerCase() !== sandboxEnvironment.toLowerCase()) throw noEnvironment(third);
  const book = wire.tokens.bookOf(call);
  const [companies, ...segments] = path.map(segmentOf);
  if (companies?.name !== 'companies') throw notFound(`Resource not found for the segment '${companies?.name ?? ''}'.`);
  const own = book.tables.company.all().map((one) => company(book, one));
  if (companies.key === null)
    return await answerList(call, wire, book, { model: 'company', rows: () => own, expand: {} });
  if (!own.some(({ id }) => id === companies.key)) throw notFound('The company does not exist.');
  return await answerCompany(call, wire, book, segments);
}

async function answerCompany(
  call: Call,
  wire: BusinessCentralWire,
  book: Book,
  segments: readonly Segment[],
): Promise<Answer> {
  if (call.method !== 'GET') return await answerWrite(call, wire, book, segments);
  const [first, second] = segments;
  const set = first && segments.length <= 2 ? setOf(book, first, second) : null;
  if (!set) throw notFound(`Resource not found for the segment '${first?.name ?? ''}'.`);
  const { key } = second ?? first ?? { key: null };
  return key === null ? await answerList(call, wire, book, set) : await answerOne(call, wire, book, set, key);
}

/** The collection at a path below a company; null where there is none. */
function setOf(book: Book, first: Segment, second: Segment | undefined): EntitySet | null {
  const journals = { model: 'payments', rows: customerPaymentJournals, expand: {} } as const;
  if (first.name === 'customerPaymentJournals' && !second) return journals;
  if (first.name === 'customerPaymentJournals' && first.key !== null && second?.name === 'customerPayments') {
    const account = journalAccount(book, first.key);
    if (account === null) throw notFound('The journal does not exist.');
    return lines(account);
  }
  if (first.name === 'customerPayments' && !second) {
    if (first.key !== null) return lines(null);
    throw badRequest(
      'You must specify a journal batch ID or a journal ID to get a journal line.',
      'Application_DialogException',
    );
  }
  return second ? null : (entitySets[first.name] ?? null);
}

const lines = (account: number | null): EntitySet => ({
  model: 'payments',
  rows: (book) => linesOf(book, account).map((line) => customerPayment(book, line)),
  expand: {},
});

async function answerList(call: Call, wire: BusinessCentralWire, book: Book, set: EntitySet): Promise<Answer> {
  const all = set.rows(book);
  const navigations = Object.keys(set.expand);
  const query = parseListQuery(call.url.searchParams, call.header('prefer'), { fields: fieldsOf(all), navigations });
  const place = { model: set.model, page: query.after?.page ?? 1, on: 'read' as const };
  await interfere(call, book, place, wire);
  // Faults take their time: the books are looked at when the answer is made.
  const page = pageOf(set.rows(book), query);
  const shown = page.rows.map((row) => expanded(book, set, row, query.expand));
  const { records, cut } = spoil(shown, book, place, wire.store);
  const next = page.token === null ? {} : { '@odata.nextLink': linkWith(call, page.token) };
  return { status: 200, book: book.id, cut, body: { '@odata.context': contextOf(call), value: records, ...next } };
}

async function answerOne(
  call: Call,
  wire: BusinessCentralWire,
  book: Book,
  set: EntitySet,
  key: string,
): Promise<Answer> {
  const place = { model: set.model, page: null, on: 'read' as const };
  await interfere(call, book, place, wire);
  const navigations = Object.keys(set.expand);
  const { expand } = parseListQuery(call.url.searchParams, null, { fields: null, navigations });
  const row = set.rows(book).find(({ id }) => id === key);
  if (!row) throw notFound('The record does not exist.');
  const { records, cut } = spoil([expanded(book, set, row, expand)], book, place, wire.store);
  return { status: 200, book: book.id, cut, body: { '@odata.context': contextOf(call), ...records[0] } };
}

function expanded(book: Book, set: EntitySet, row: WireRow, names: readonly string[]): Record<string, unknown> {
  return {
    ...withEtag(row),
    ...Object.fromEntries(names.map((name) => [name, set.expand[name]?.(book, row.id) ?? []])),
  };
}

const originOf = (call: Call) => `http://${call.header('host') ?? 'sandbox'}`;
const contextOf = (call: Call) => `${originOf(call)}${call.url.pathname}/$metadata`;

function linkWith(call: Call, token: string): string {
  const params = new URLSearchParams(call.url.searchParams);
  params.set('$skiptoken', token);
  return `${originOf(call)}${call.url.pathname}?${params}`;
}
