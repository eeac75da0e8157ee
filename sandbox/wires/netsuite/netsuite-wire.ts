import type { Store } from '../../state/store.ts';
import type { Concurrency } from './concurrency.ts';
import type { Nonces } from './nonces.ts';

/** What this wire works with: the books, which signatures were used, who is being served, and the sandbox's clock. */
export interface NetsuiteWire {
  store: Store;
  nonces: Nonces;
  concurrency: Concurrency;
  now: () => Date;
}
