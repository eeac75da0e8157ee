import { resetEnv } from '../../../env.ts';
import type { Credentials } from '../../types.ts';
import { type Bookkeeping, bookkeeping } from './bookkeeping.ts';
import { type Contacts, contacts } from './contacts.ts';
import { type Ledger, ledger } from './ledger.ts';
import { openRpc, type PeerSettings, type Rpc } from './rpc.ts';
import { type Users, users } from './users.ts';

/**
 * A running Tryton with a company that can invoice and be paid, for tests. They write into it: point them only at one
 * that is made for that. Nothing in it is removed afterwards; every name carries `run`, so that runs do not meet.
 */
export interface Peer extends Contacts, Bookkeeping, Ledger, Users {
  settings: PeerSettings;
  rpc: Rpc;
  /** Short and different in every run. */
  run: string;
  /** What the connect form would hold. */
  credentials: Credentials;
}

/** Where the peer is, by the environment; or why there is none. */
export function peerSettings(): PeerSettings | { missing: string } {
  const { TRYTON_URL, TRYTON_DB, TRYTON_USER, TRYTON_PASSWORD } = process.env;
  if (!TRYTON_URL || !TRYTON_DB || !TRYTON_USER || !TRYTON_PASSWORD) {
    return { missing: 'TRYTON_URL, TRYTON_DB, TRYTON_USER and TRYTON_PASSWORD do not point at a Tryton' };
  }
  return { url: TRYTON_URL, database: TRYTON_DB, user: TRYTON_USER, password: TRYTON_PASSWORD };
}

/** Signs in to the peer, finds its accounts and journals, and lets outbound requests reach it. */
export async function openPeer(settings: PeerSettings): Promise<Peer> {
  allowOutbound(settings.url);
  const rpc = await openRpc(settings);
  const run = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
  const booked = await bookkeeping(rpc, run);
  return {
    settings,
    rpc,
    run,
    credentials: {
      address: settings.url,
      database: settings.database,
      user: settings.user,
      password: settings.password,
    },
    ...contacts(rpc, run),
    ...booked,
    ...ledger(rpc, booked.books, run),
    ...users(rpc, run, settings),
  };
}

/** Lets outbound requests of this process reach a server on a private address. */
export function allowOutbound(url: string): void {
  const { hostname, port, protocol } = new URL(url);
  const entry = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
  const entries = new Set([...(process.env.OUTBOUND_ALLOW ?? '').split(',').filter(Boolean), entry]);
  process.env.OUTBOUND_ALLOW = [...entries].join(',');
  resetEnv();
}
