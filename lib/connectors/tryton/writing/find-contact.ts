import { ConnectorError, type FailureEvidence } from '../../errors.ts';
import type { FoundWrite, WriteRequest } from '../../types.ts';
import type { Books } from '../books.ts';
import { nothing } from './answers.ts';
import { findMarked, withdrawTickets } from './contact-ticket.ts';
import { readParty } from './held-party.ts';
import { prepareContact } from './prepare-contact.ts';
import { isRefusal, type WriteCalls, writeCalls } from './write-calls.ts';

type ContactRequest = WriteRequest<'CONTACT'>;

/** What became of a contact's creation or change. What it calls absent does not come later either. */
export async function findContact(books: Books, request: ContactRequest, signal: AbortSignal): Promise<FoundWrite> {
  const calls = writeCalls(books, 'CONTACT', signal);
  try {
    return await (request.operation === 'create' ? findCreated(calls, request) : findUpdated(calls, request));
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    // Also when what was wanted has lost its place since: a country that is gone.
    if (error.failureClass !== 'record-refused' && !isRefusal(error)) throw error;
    return { state: 'unclear', evidence: error.evidence };
  }
}

async function findCreated(calls: WriteCalls, { marker }: ContactRequest): Promise<FoundWrite> {
  let { party, tickets } = await findMarked(calls, marker);
  if (tickets.length > 0) {
    await withdrawTickets(calls, tickets);
    ({ party } = await findMarked(calls, marker));
  }
  return party === null
    ? { state: 'absent', evidence: evidenceOf(calls, `no party carries ${marker}`) }
    : confirmed(calls, party, `party.party ${party} carries ${marker}`);
}

/**
 * A change has no mark: it is there when the contact is as it was wanted. Before it is called absent, the party is
 * written without a change, and what is still under way carries its stamp from before and fails.
 */
async function findUpdated(calls: WriteCalls, request: ContactRequest): Promise<FoundWrite> {
  const id = request.platformId ?? '';
  const party = await readParty(calls, id);
  if (!party) return { state: 'absent', evidence: evidenceOf(calls, `there is no party ${id}`) };
  if (await isAsWanted(calls, request)) return confirmed(calls, party.id, `party.party ${id} is as it was wanted`);
  await calls.ask({ method: 'party.party.write', args: [[party.id], {}], answer: nothing });
  return (await isAsWanted(calls, request))
    ? confirmed(calls, party.id, `party.party ${id} is as it was wanted`)
    : { state: 'absent', evidence: evidenceOf(calls, `party.party ${id} is not as it was wanted`) };
}

async function isAsWanted(calls: WriteCalls, { platformId, fields }: ContactRequest): Promise<boolean> {
  const party = await readParty(calls, platformId ?? '');
  return party !== null && Object.keys((await prepareContact(calls, party, fields)).values).length === 0;
}

const evidenceOf = ({ books }: WriteCalls, platformMessage: string): FailureEvidence => ({
  method: 'POST',
  path: `${books.client.path} model.party.party.search_read`,
  platformMessage,
});

const confirmed = (calls: WriteCalls, party: number, words: string): FoundWrite => ({
  state: 'confirmed',
  result: { platformId: String(party), related: [] },
  evidence: evidenceOf(calls, words),
});
