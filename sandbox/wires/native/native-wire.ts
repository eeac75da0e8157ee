import type { Store } from '../../state/store.ts';
import type { Tokens } from './tokens.ts';

/** What this wire works with: the books, who may read which, and the sandbox's clock. */
export interface NativeWire {
  store: Store;
  tokens: Tokens;
  now: () => Date;
}
