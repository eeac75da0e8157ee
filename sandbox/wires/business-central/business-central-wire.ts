import type { NativeWire } from '../native/native-wire.ts';

/** What this wire works with: the books, who may read which, and the sandbox's clock. */
export type BusinessCentralWire = NativeWire;
