import type { WritableModel } from '../../../domain/writes/write-fields.ts';
import { ConnectorError } from '../../errors.ts';
import type { PlannedCall, PlatformWriter, WriteRequest } from '../../types.ts';
import type { OpenCompany } from '../company.ts';
import { msDynamics365Definition } from '../definition.ts';
import type { BusinessCentralModel } from '../mapper.ts';
import { readRecords } from '../read-records.ts';
import { planPayment } from './planned-payment.ts';
import { findContact, planContact, pushContact } from './push-contact.ts';
import { findPayment, pushPayment } from './push-payment.ts';

/** Writes to one company. */
export function businessCentralWriter(company: OpenCompany): PlatformWriter {
  return {
    plan: async (request, signal) => (await planWrite(company, request, signal)).map(shown),
    push: (request, signal) => {
      const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs(request.model))]);
      if (isFor(request, 'CONTACT')) return pushContact(company, request, within);
      if (isFor(request, 'INVOICE_PAYMENT')) return pushPayment(company, request, within);
      throw notWritten(request);
    },
    find: (request, signal) => {
      if (isFor(request, 'CONTACT')) return findContact(company, request, signal);
      if (isFor(request, 'INVOICE_PAYMENT')) return findPayment(company, request, signal);
      throw notWritten(request);
    },
    read: (model, platformIds, signal) => readRecords(company, model as BusinessCentralModel, platformIds, signal),
  };
}

async function planWrite(company: OpenCompany, request: WriteRequest, signal: AbortSignal) {
  if (isFor(request, 'CONTACT')) return [await planContact(company, request, signal)];
  if (!isFor(request, 'INVOICE_PAYMENT')) throw notWritten(request);
  const { enter, post } = await planPayment(company, request, signal);
  return [enter, post];
}

const shown = ({ method, path, body }: PlannedCall): PlannedCall => ({ method, path, body });

const isFor = <M extends WritableModel>(request: WriteRequest, model: M): request is WriteRequest<M> =>
  request.model === model;

const notWritten = ({ model }: WriteRequest) =>
  new ConnectorError('bad-request', `Business Central takes no ${model}`, { mayBeDone: false });

const timeoutMs = (model: WritableModel): number =>
  1000 * (msDynamics365Definition.writable.find((one) => one.model === model)?.timeoutSeconds ?? 60);
