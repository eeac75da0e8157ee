import { z } from 'zod';
import type { ContactFields } from '../../../domain/writes/write-fields.ts';
import { ConnectorError } from '../../errors.ts';
import type { PlannedCall, WriteRequest, WriteResult } from '../../types.ts';
import type { Books } from '../books.ts';
import { id } from '../rows/values.ts';
import { nothing, rightsAnswer } from './answers.ts';
import {
  dropTickets,
  findMarked,
  issueTicket,
  markOf,
  spend,
  type Ticket,
  ticketStamps,
  ticketValues,
} from './contact-ticket.ts';
import { type PreparedContact, prepareContact, readPartyOf } from './prepare-contact.ts';
import { notPermitted, refusedInWords } from './refusal.ts';
import {
  isAnswered,
  isClash,
  isRefusal,
  type WriteCalls,
  withMayBeDone,
  writeCalls,
  writeContext,
} from './write-calls.ts';

type ContactRequest = WriteRequest<'CONTACT'>;

/** As often as it is tried when somebody writes the same contact at the same moment. */
const mostTries = 5;

/** Makes a contact once, or changes one. */
export async function pushContact(books: Books, request: ContactRequest, signal: AbortSignal): Promise<WriteResult> {
  const calls = writeCalls(books, 'CONTACT', signal);
  for (let tries = 1; ; tries += 1) {
    try {
      return await (request.operation === 'create' ? create(calls, request) : update(calls, request));
    } catch (error) {
      if (isClash(error) && tries < mostTries) continue;
      throw isRefusal(error) && error.field === undefined ? await explained(calls, request.fields, error) : error;
    }
  }
}

/** What Tryton is asked to do, with the names of what only its answers bring. */
export async function planContact(books: Books, request: ContactRequest, signal: AbortSignal): Promise<PlannedCall[]> {
  const calls = writeCalls(books, 'CONTACT', signal);
  const call = (method: string, args: readonly unknown[], stamps?: object): PlannedCall => ({
    method: 'POST',
    path: `${books.client.path} model.${method}`,
    body: { params: [...args, { ...writeContext(books), ...(stamps ? { _timestamp: stamps } : {}) }] },
  });
  if (request.operation === 'create') {
    const { values } = await prepareContact(calls, null, request.fields);
    const id = '<id of the first answer>';
    const mechanisms = [...marked(values, request.marker), spend([{ id }])];
    return [
      call('party.contact_mechanism.create', [[await ticketValues(calls, request.marker)]]),
      call(
        'party.party.create',
        [[{ ...values, contact_mechanisms: mechanisms }]],
        ticketStamps([{ id, stamp: '<stamp>' }]),
      ),
      call('party.contact_mechanism.delete', [[id]]),
    ];
  }
  const party = await readPartyOf(calls, request);
  const { values, stamps } = await prepareContact(calls, party, request.fields);
  return isEmpty(values) ? [] : [call('party.party.write', [[party.id], values], stamps)];
}

async function create(calls: WriteCalls, { fields, marker }: ContactRequest): Promise<WriteResult> {
  const before = await findMarked(calls, marker);
  if (before.party !== null) return resultOf(before.party);
  const { values } = await prepareContact(calls, null, fields);
  await issueTicket(calls, marker);
  const { party: meanwhile, tickets } = await findMarked(calls, marker);
  if (meanwhile === null && tickets.length === 0) throw withdrawn();
  try {
    return resultOf(meanwhile ?? (await makeParty(calls, values, marker, tickets)));
  } finally {
    await dropTickets(calls, tickets);
  }
}

/** Its id; also when another try made it first. */
async function makeParty(
  calls: WriteCalls,
  values: Record<string, unknown>,
  marker: string,
  tickets: readonly Ticket[],
): Promise<number> {
  try {
    const [party] = await calls.commit({
      method: 'party.party.create',
      args: [[{ ...values, contact_mechanisms: [...marked(values, marker), spend(tickets)] }]],
      context: { _timestamp: ticketStamps(tickets) },
      answer: z.tuple([id]),
    });
    return party;
  } catch (error) {
    if (!isAnswered(error)) throw error;
    const { party } = await findMarked(calls, marker);
    if (party !== null) return party;
    calls.nothingDone();
    throw withMayBeDone(error, false);
  }
}

async function update(calls: WriteCalls, request: ContactRequest): Promise<WriteResult> {
  const party = await readPartyOf(calls, request);
  const { values, stamps }: PreparedContact = await prepareContact(calls, party, request.fields);
  if (!isEmpty(values)) {
    await calls.commit({
      method: 'party.party.write',
      args: [[party.id], values],
      context: { _timestamp: stamps },
      answer: nothing,
    });
  }
  return resultOf(party.id);
}

const resultOf = (party: number): WriteResult => ({ platformId: String(party), related: [] });

/** Somebody looked for this contact meanwhile and has said that it is not there. */
const withdrawn = () =>
  new ConnectorError('platform-down', 'Another look at Tryton came between. Nothing was written.', {
    mayBeDone: false,
  });

const isEmpty = (values: object) => Object.keys(values).length === 0;

const marked = ({ contact_mechanisms }: Record<string, unknown>, marker: string): unknown[] => [
  ...(Array.isArray(contact_mechanisms) ? contact_mechanisms : []),
  ['create', [markOf(marker)]],
];

const written = ['party.party', 'party.address', 'party.contact_mechanism', 'party.identifier'];

/** A refusal with who or what is to blame: missing rights, or the field whose text Tryton's words repeat. */
async function explained(calls: WriteCalls, fields: ContactFields, error: ConnectorError): Promise<ConnectorError> {
  const rights = await calls.ask({ method: 'ir.model.access.get_access', args: [written], answer: rightsAnswer });
  const mayAll = written.every((model) => rights[model]?.write && rights[model]?.create && rights[model]?.delete);
  if (!mayAll) return notPermitted('change contacts', error);
  const words = error.evidence.platformMessage ?? '';
  const blamed = Object.entries(fields).find(
    ([, value]) => typeof value === 'string' && value && words.includes(value),
  );
  return refusedInWords(blamed?.[0], error);
}
