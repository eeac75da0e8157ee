import { LedgerError } from './ledger-error.ts';
import { toMinor } from './money.ts';

/** An amount that somebody gave, in the smallest unit. Throws LedgerError where it has more digits than its currency. */
export function ledgerAmount(amount: string, decimals: number, field: string): bigint {
  try {
    return toMinor(amount, decimals);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new LedgerError('invalid_field', field, `${field} has more than the ${decimals} decimals of its currency`);
  }
}
