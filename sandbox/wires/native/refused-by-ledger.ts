import { Refusal } from '../../http.ts';
import type { Model } from '../../state/book.ts';
import { LedgerError } from '../../state/ledger-error.ts';
import { wireId } from './ids.ts';

/** Does something to the books; what the ledger does not allow becomes a Refusal in this wire's words. */
export async function refusedByLedger<T>(model: Model, change: () => T | Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    throw new Refusal(error.code === 'already_there' ? 409 : 422, error.code, error.message, {
      field: error.field,
      record: error.existingId === undefined ? undefined : wireId(model, error.existingId),
    });
  }
}
