import { isDeepStrictEqual } from 'node:util';
import type { WritableModel } from '../../domain/writes/write-fields.ts';
import { ConnectorError } from '../errors.ts';
import type { FoundWrite, PlatformWriter, WriteRequest, WriteResult } from '../types.ts';
import type { SandboxClient, SandboxWrite } from './client.ts';
import { readContact } from './contact-state.ts';
import { sandboxDefinition } from './definition.ts';
import { paths } from './paths.ts';
import { fieldOf } from './pull.ts';
import { planContact } from './push-contact.ts';
import { planPayment } from './push-payment.ts';
import { extraFields } from './raw-data.ts';
import { readRecords } from './read-records.ts';

/** How often a record that others change at the same moment is read again. */
const maxAttempts = 4;

/**
 * Writes to one book. A record that is made carries the marker as its external id, which the platform keeps unique: it
 * is found again by it, and sending it twice makes it once. A change needs no name: whether it was made shows in the
 * record.
 */
export function sandboxWriter(client: SandboxClient): PlatformWriter {
  return {
    plan: async (request, signal) => {
      const { method, path, body } = await planWrite(client, request, signal);
      return [{ method, path, body }];
    },
    push: (request, signal) => push(client, request, signal),
    find: async (request, signal) =>
      request.operation === 'update' ? findChange(client, request, signal) : findMade(client, request, signal),
    read: (model, platformIds, signal) => readRecords(client, model, platformIds, signal),
  };
}

async function push(client: SandboxClient, request: WriteRequest, signal: AbortSignal): Promise<WriteResult> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs(request.model))]);
  for (let attempt = 1; ; attempt++) {
    const call = await beforeSending(within, () => planWrite(client, request, within));
    try {
      return resultOf(request, await client.write(call, within));
    } catch (error) {
      const isStale = error instanceof ConnectorError && error.evidence.platformCode === 'stale';
      if (!isStale || attempt === maxAttempts) throw error;
    }
  }
}

const timeoutMs = (model: WritableModel): number =>
  1000 * (sandboxDefinition.writable.find((one) => one.model === model)?.timeoutSeconds ?? 20);

/** What is done before anything is sent: given up meanwhile, nothing can have been written. */
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

async function planWrite(client: SandboxClient, request: WriteRequest, signal: AbortSignal): Promise<SandboxWrite> {
  const call = await planModel(client, request, signal);
  const given = Object.entries(call.body).filter(([, value]) => value !== undefined);
  return { ...call, body: { ...extraFields(request), ...Object.fromEntries(given) } };
}

function planModel(client: SandboxClient, request: WriteRequest, signal: AbortSignal): Promise<SandboxWrite> {
  if (isFor(request, 'CONTACT')) return planContact(client, request, signal);
  if (isFor(request, 'INVOICE_PAYMENT')) return planPayment(client, request, signal);
  throw new ConnectorError('bad-request', `The sandbox takes no ${request.model}`, { mayBeDone: false });
}

const isFor = <M extends WritableModel>(request: WriteRequest, model: M): request is WriteRequest<M> =>
  request.model === model;

/** A payment moves its invoice. */
function resultOf(request: WriteRequest, platformId: string): WriteResult {
  const invoiceId = isFor(request, 'INVOICE_PAYMENT') ? request.fields.invoice_id : undefined;
  return { platformId, related: invoiceId === undefined ? [] : [{ model: 'INVOICE', platformId: invoiceId }] };
}

async function findMade(client: SandboxClient, request: WriteRequest, signal: AbortSignal): Promise<FoundWrite> {
  const path = paths[request.model];
  const page = await client.list(path, { external_id: request.marker }, signal);
  const evidence = { method: 'GET', path: `${path}?external_id=${request.marker}`, status: 200 };
  const [id = null] = page.data.map(idOf);
  return id === null ? { state: 'absent', evidence } : { state: 'confirmed', result: resultOf(request, id), evidence };
}

/** A change that was made shows in the record. One that does not can be sent again: it sets the same values. */
async function findChange(client: SandboxClient, request: WriteRequest, signal: AbortSignal): Promise<FoundWrite> {
  const id = request.platformId ?? '';
  const current = await readContact(client, id, signal);
  const { body } = await planWrite(client, request, signal);
  const isMade =
    current && Object.entries(body).every(([field, value]) => isDeepStrictEqual(current.fields[field], value));
  const evidence = { method: 'GET', path: `${paths[request.model]}?ids=${id}`, status: 200 };
  return isMade ? { state: 'confirmed', result: resultOf(request, id), evidence } : { state: 'absent', evidence };
}

const idOf = (record: unknown): string | null => {
  const id = fieldOf(record, 'id');
  return typeof id === 'string' ? id : null;
};
