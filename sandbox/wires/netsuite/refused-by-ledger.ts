import { LedgerError } from '../../state/ledger-error.ts';
import { netsuiteRefusal } from './refusal.ts';

/** The field of this wire that the ledger means; it knows payments of one invoice. */
const paths: Readonly<Record<string, string>> = {
  invoice_id: 'apply.items[0].doc',
  amount: 'apply.items[0].amount',
  contact_id: 'customer',
  currency_id: 'currency',
  account_id: 'account',
  external_id: 'externalId',
};

/** Does something to the books; what the ledger does not allow is refused in this wire's words. */
export function refusedByLedger<T>(change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const code = error.code === 'unknown_reference' ? 'NONEXISTENT_ID' : 'USER_ERROR';
    throw netsuiteRefusal(400, code, error.message, { path: paths[error.field] ?? error.field });
  }
}
