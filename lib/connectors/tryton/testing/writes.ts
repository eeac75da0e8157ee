import { randomBytes } from 'node:crypto';
import type { Canonical, RecordModel } from '../../../domain/records/registry.ts';
import type { ContactFields, InvoicePaymentFields } from '../../../domain/writes/write-fields.ts';
import type {
  FoundWrite,
  PlannedCall,
  PlatformSession,
  PlatformWriter,
  WriteRequest,
  WriteResult,
} from '../../types.ts';
import { trytonConnector } from '../connector.ts';

/** Writes as the engine makes them, for tests. Without a marker each is a new one. */
export interface Writes {
  create(fields: ContactFields, marker?: string): Promise<WriteResult>;
  update(platformId: string, fields: ContactFields): Promise<WriteResult>;
  pay(fields: InvoicePaymentFields, marker?: string): Promise<WriteResult>;
  plan(request: WriteRequest): Promise<readonly PlannedCall[]>;
  find(request: WriteRequest): Promise<FoundWrite>;
  /** The record as the platform then says. */
  read<M extends RecordModel>(model: M, platformId: string): Promise<Canonical<M>>;
}

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';

export const newMarker = () => Array.from(randomBytes(26), (byte) => alphabet[byte % alphabet.length]).join('');

export const contactRequest = (
  fields: ContactFields,
  { marker = newMarker(), platformId = null }: { marker?: string; platformId?: string | null } = {},
): WriteRequest<'CONTACT'> => ({
  model: 'CONTACT',
  operation: platformId === null ? 'create' : 'update',
  platformId,
  fields,
  rawData: {},
  marker,
});

export const paymentRequest = (
  fields: InvoicePaymentFields,
  marker = newMarker(),
): WriteRequest<'INVOICE_PAYMENT'> => ({
  model: 'INVOICE_PAYMENT',
  operation: 'create',
  platformId: null,
  fields,
  rawData: {},
  marker,
});

/** What never gives up. */
export const unhurried = new AbortController().signal;

export function writerOf(session: PlatformSession): PlatformWriter {
  if (!session.writer) throw new Error('This session does not write');
  return session.writer;
}

export function writesOf(session: PlatformSession): Writes {
  const writer = writerOf(session);
  return {
    create: (fields, marker) => writer.push(contactRequest(fields, { marker }), unhurried),
    update: (platformId, fields) => writer.push(contactRequest(fields, { platformId }), unhurried),
    pay: (fields, marker) => writer.push(paymentRequest(fields, marker), unhurried),
    plan: (request) => writer.plan(request, unhurried),
    find: (request) => writer.find(request, unhurried),
    read: async (model, platformId) => {
      const [raw] = await writer.read(model, [platformId], unhurried);
      return trytonConnector.map(model, raw);
    },
  };
}
