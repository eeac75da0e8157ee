import type { FaultDoor } from '../types.ts';
import { booksAnswer } from './api-types.ts';
import { readAnswer, send } from './client.ts';
import { failureOf } from './failures.ts';

/** Short: somebody waits for a switch. */
const timeoutMs = 5_000;

/** The sandbox's `/_admin`, which answers this machine alone. */
export const sandboxFaultDoor: FaultDoor = {
  faults: async () => {
    const exchange = { method: 'GET', path: '/_admin/books' };
    const response = await send(exchange, { timeoutMs });
    if (response.status !== 200) throw failureOf(exchange, response);
    return new Map(readAnswer(booksAnswer, exchange, response).data.map(({ id, faults }) => [id, faults]));
  },
  setFaults: async (entityId, faults) => {
    const exchange = { method: 'PUT', path: `/_admin/books/${encodeURIComponent(entityId)}/faults` };
    const headers = { 'content-type': 'application/json' };
    const response = await send(exchange, { headers, body: JSON.stringify({ faults }), timeoutMs });
    if (response.status !== 200) throw failureOf(exchange, response);
  },
};
