import { afterCommit } from '../../db/after-commit.ts';
import { sqlClient, type Tx } from '../../db/client.ts';
import { log } from '../log.ts';
import { Gathering } from './gathering.ts';
import { channel, encodeNotice } from './notice.ts';
import type { Topic } from './topics.ts';

/** A move to be told to those who look at the organisation. */
export interface Announcement {
  organisationId: number;
  topic: Topic;
  /** Left out: the organisation's own, or any of its companies. */
  companyId?: number;
}

/** How long moves are gathered, and at least how far apart two notifications of a process are. */
const gatherMs = 50;
const apartMs = 1_000;

interface Announcer {
  pending: Map<number, Gathering>;
  timer: NodeJS.Timeout | undefined;
  sentAt: number;
  apartMs: number;
}

// Next's bundles and the process around them each load this file: what is pending is shared through globalThis.
const holder = globalThis as typeof globalThis & { __ledgerlineAnnouncer?: Announcer };

/**
 * Lets this process tell what moves: at most one NOTIFY a second, in no transaction of the work's own, since committing one
 * takes a lock that all of the database's share. A process that did not call it, such as the command line, tells nothing.
 *
 * @returns sends what is pending and ends it
 */
export function startAnnouncing(options: { apartMs?: number } = {}): () => Promise<void> {
  const announcer = { pending: new Map(), timer: undefined, sentAt: 0, apartMs: options.apartMs ?? apartMs };
  holder.__ledgerlineAnnouncer = announcer;
  return async () => {
    holder.__ledgerlineAnnouncer = undefined;
    await send(announcer);
  };
}

/** Tells of a move once its transaction is committed. */
export const announceAfter = (tx: Tx, move: Announcement): void => afterCommit(tx, () => announce(move));

/** Tells of a move that is committed already. */
export function announce({ organisationId, topic, companyId }: Announcement): void {
  const announcer = holder.__ledgerlineAnnouncer;
  if (!announcer) return;
  const gathering = announcer.pending.get(organisationId) ?? new Gathering();
  announcer.pending.set(organisationId, gathering);
  gathering.add({ topic, companyIds: companyId === undefined ? null : [companyId] });
  const waitMs = Math.max(gatherMs, announcer.sentAt + announcer.apartMs - Date.now());
  announcer.timer ??= setTimeout(() => send(announcer), waitMs).unref();
}

/** A failure loses a hint, not a fact: browsers look for themselves from time to time. */
async function send(announcer: Announcer): Promise<void> {
  clearTimeout(announcer.timer);
  announcer.timer = undefined;
  announcer.sentAt = Date.now();
  const payloads = [...announcer.pending].map(([organisationId, gathering]) =>
    encodeNotice({ organisationId, moves: gathering.take() }),
  );
  announcer.pending.clear();
  if (payloads.length === 0) return;
  try {
    await sqlClient()`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) as payload`;
  } catch (error) {
    log().warn({ err: error }, 'what moved could not be told');
  }
}
