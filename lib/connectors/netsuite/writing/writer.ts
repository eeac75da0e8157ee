import type { RecordModel } from '../../../domain/records/registry.ts';
import type { WritableModel } from '../../../domain/writes/write-fields.ts';
import { ConnectorError } from '../../errors.ts';
import type { FoundWrite, PlatformWriter, WriteRequest, WriteResult } from '../../types.ts';
import type { NetsuiteClient } from '../client.ts';
import { netsuiteDefinition } from '../definition.ts';
import { type NetsuiteModel, queries } from '../queries.ts';
import { readRecords } from '../read-records.ts';
import { planContact } from './contact.ts';
import { showsChange } from './contact-change.ts';
import { findMade } from './find-made.ts';
import { planPayment } from './payment.ts';
import type { PlannedWrite } from './plan.ts';

/**
 * Writes to one account. A record that is made carries the marker as its external id, which the account keeps unique for
 * its type: sent twice, it is made once, and it is found again by it. A change needs no name: whether it was made shows in
 * the record.
 */
export function netsuiteWriter(client: NetsuiteClient): PlatformWriter {
  return {
    plan: async (request, signal) => {
      const { method, path, body } = await planWrite(client, request, signal);
      return [{ method, path, body }];
    },
    push: (request, signal) => push(client, request, signal),
    find: (request, signal) =>
      isFor(request, 'CONTACT') && request.operation === 'update'
        ? findChange(client, request, signal)
        : findCreated(client, request, signal),
    read: async (model, platformIds, signal) => (isRead(model) ? readRecords(client, model, platformIds, signal) : []),
  };
}

const isRead = (model: RecordModel): model is NetsuiteModel => model in queries;
const isFor = <M extends WritableModel>(request: WriteRequest, model: M): request is WriteRequest<M> =>
  request.model === model;

function planWrite(client: NetsuiteClient, request: WriteRequest, signal: AbortSignal): Promise<PlannedWrite> {
  if (isFor(request, 'CONTACT')) return planContact(client, request, signal);
  if (isFor(request, 'INVOICE_PAYMENT')) return planPayment(client, request, signal);
  throw new ConnectorError('bad-request', `NetSuite takes no ${request.model} from here`, { mayBeDone: false });
}

async function push(client: NetsuiteClient, request: WriteRequest, signal: AbortSignal): Promise<WriteResult> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs(request.model))]);
  const planned = await beforeSending(within, () => planWrite(client, request, within));
  try {
    return resultOf(request, await client.write(planned, within));
  } catch (error) {
    const made = await earlierTry(client, request, planned, error, within);
    if (made === null) throw error;
    return resultOf(request, made);
  }
}

/** A creation may be refused because an earlier try with the same marker made the record: then that is the one. */
async function earlierTry(
  client: NetsuiteClient,
  request: WriteRequest,
  planned: PlannedWrite,
  error: unknown,
  signal: AbortSignal,
): Promise<string | null> {
  const isRefused = error instanceof ConnectorError && error.failureClass === 'record-refused';
  if (!isRefused || request.operation !== 'create') return null;
  try {
    return await findMade(client, planned.table, request.marker, signal);
  } catch (cause) {
    throw new ConnectorError('platform-down', 'NetSuite refused a record and then did not say whether it has it', {
      evidence: error.evidence,
      mayBeDone: true,
      cause,
    });
  }
}

const timeoutMs = (model: WritableModel): number =>
  1000 * (netsuiteDefinition.writable.find((one) => one.model === model)?.timeoutSeconds ?? 60);

/** What is done before anything is sent: given up or failed meanwhile, nothing can have been written. */
async function beforeSending<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConnectorError || !signal.aborted) throw error;
    throw new ConnectorError('platform-down', 'The write was given up before it was sent', {
      mayBeDone: false,
      cause: error,
    });
  }
}

/** A payment is known by what it pays too, and moves its invoice. */
function resultOf(request: WriteRequest, id: string): WriteResult {
  if (!isFor(request, 'INVOICE_PAYMENT')) return { platformId: id, related: [] };
  const invoiceId = request.fields.invoice_id ?? '';
  return { platformId: `${id}:${invoiceId}`, related: [{ model: 'INVOICE', platformId: invoiceId }] };
}

async function findCreated(client: NetsuiteClient, request: WriteRequest, signal: AbortSignal): Promise<FoundWrite> {
  const isVendor = isFor(request, 'CONTACT') && request.fields.contact_type === 'vendor';
  const table = isFor(request, 'INVOICE_PAYMENT') ? 'transaction' : isVendor ? 'vendor' : 'customer';
  const id = await findMade(client, table, request.marker, signal);
  const evidence = { method: 'POST', path: `suiteql: ${table} with external id ${request.marker}`, status: 200 };
  return id === null ? { state: 'absent', evidence } : { state: 'confirmed', result: resultOf(request, id), evidence };
}

/** A change that was made shows in the record. One that does not can be sent again: it sets the same values. */
async function findChange(
  client: NetsuiteClient,
  request: WriteRequest<'CONTACT'>,
  signal: AbortSignal,
): Promise<FoundWrite> {
  const id = request.platformId ?? '';
  const [raw] = await readRecords(client, 'CONTACT', [id], signal);
  const evidence = { method: 'POST', path: `suiteql: contact ${id}`, status: 200 };
  const isMade = raw !== undefined && (await showsChange(client, request.fields, raw, signal));
  return isMade ? { state: 'confirmed', result: resultOf(request, id), evidence } : { state: 'absent', evidence };
}
