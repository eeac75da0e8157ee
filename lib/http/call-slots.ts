import { randomUUID } from 'node:crypto';
import { sqlClient } from '../../db/client.ts';
import { log } from '../log.ts';

/** How long a call waits for a slot before its caller is told to come back later. */
export const slotPatienceMs = 30_000;

/** How long a slot is used without asking again, so that calls in a row do not write each time. */
const turnMs = 2_000;
/** How long a slot that nobody uses is kept. */
const idleMs = 250;
/** How often a process that waits for a slot looks. */
const lookMs = 100;
/** A slot is held for this much longer than its call may take: only a process that died leaves it held. */
const marginMs = 15_000;

/** Whose calls, and how many of them may be under way at once. */
export interface SlotsOf {
  companyId: number;
  organisationId: number;
  concurrency: number;
}

interface Slot {
  number: number;
  holder: string;
  turnEndsAt: number;
  heldUntil: number;
  idle: NodeJS.Timeout | null;
}

/** What this process holds of a connection's slots, and who waits here for one to be passed on. */
interface Held {
  idle: Slot[];
  waiting: ((slot: Slot) => void)[];
  /** After a turn in which another process was waiting: until then that one has the first go. */
  standsBackUntil: number;
}

/**
 * Lets as many calls of a connection be under way at once as its platform takes, among all processes. A slot is a row
 * that a process leases for a short turn; a process that dies gives it back by its time running out.
 */
export class CallSlots {
  readonly #held = new Map<number, Held>();

  /** Waits for a slot and gives what to call when the call is over; null when none came free in time. */
  async enter(of: SlotsOf, options: { timeoutMs: number; signal: AbortSignal }): Promise<(() => Promise<void>) | null> {
    const until = performance.now() + slotPatienceMs;
    while (performance.now() < until) {
      options.signal.throwIfAborted();
      const slot = (await this.#own(of, options.timeoutMs)) ?? (await this.#passedOn(of, options.signal));
      if (!slot) continue;
      if (slot.heldUntil > performance.now() + options.timeoutMs) return () => this.#leave(of, slot);
      // A longer call than the ones before it.
      await this.#giveBack(of, slot);
    }
    return null;
  }

  #of(companyId: number): Held {
    const known = this.#held.get(companyId);
    if (known) return known;
    const held: Held = { idle: [], waiting: [], standsBackUntil: 0 };
    this.#held.set(companyId, held);
    return held;
  }

  /** One that this process holds and nobody uses, or a new one; null where all are taken. */
  async #own(of: SlotsOf, timeoutMs: number): Promise<Slot | null> {
    const held = this.#of(of.companyId);
    const idle = held.idle.pop();
    if (idle) {
      if (idle.idle) clearTimeout(idle.idle);
      return idle;
    }
    if (performance.now() < held.standsBackUntil) return null;
    const holder = randomUUID();
    const asked = performance.now();
    const heldMs = turnMs + timeoutMs + marginMs;
    const number = await leaseSlot(of, holder, heldMs);
    if (number === null) return null;
    return { number, holder, turnEndsAt: asked + turnMs, heldUntil: asked + heldMs - marginMs, idle: null };
  }

  /** Waits a moment for a slot that another call of this process leaves. */
  #passedOn(of: SlotsOf, signal: AbortSignal): Promise<Slot | null> {
    const { waiting } = this.#of(of.companyId);
    return new Promise((resolve) => {
      const end = (slot: Slot | null) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        const place = waiting.indexOf(end);
        if (place >= 0) waiting.splice(place, 1);
        resolve(slot);
      };
      const giveUp = () => end(null);
      const timer = setTimeout(giveUp, lookMs * (0.5 + Math.random()));
      signal.addEventListener('abort', giveUp, { once: true });
      waiting.push(end);
    });
  }

  async #leave(of: SlotsOf, slot: Slot): Promise<void> {
    if (performance.now() >= slot.turnEndsAt) return this.#giveBack(of, slot);
    const held = this.#of(of.companyId);
    const next = held.waiting.shift();
    if (next) return next(slot);
    held.idle.push(slot);
    slot.idle = setTimeout(() => {
      held.idle.splice(held.idle.indexOf(slot), 1);
      void this.#giveBack(of, slot);
    }, idleMs);
    slot.idle.unref();
  }

  /** A slot that can't be given back runs out by itself: a call that went well does not fail by it. */
  async #giveBack(of: SlotsOf, slot: Slot): Promise<void> {
    const held = this.#of(of.companyId);
    const others = await freeSlot(of, slot).catch((error: unknown) => {
      log().warn({ err: error, companyId: of.companyId }, 'a call slot was not given back');
      return false;
    });
    if (others) held.standsBackUntil = performance.now() + 2 * lookMs;
    else if (held.idle.length === 0 && held.waiting.length === 0) this.#held.delete(of.companyId);
  }
}

/** The row with this number holds no slot: it says until when some process is waiting for one. */
const waitingRow = 0;

/**
 * Takes a free slot, by the database's own clock since several machines share it, or leaves word that somebody waits.
 * Two that take the same one at once are told apart by the update's condition.
 */
async function leaseSlot({ companyId, organisationId, concurrency }: SlotsOf, holder: string, heldMs: number) {
  const sql = sqlClient();
  const until = sql`clock_timestamp() + ${heldMs} * interval '1 millisecond'`;
  const [row] = await sql<{ slot: number }[]>`
    insert into platform_call_slots as held (company_id, organisation_id, slot, holder, held_until)
    select ${companyId}, ${organisationId}, free.slot, ${holder}, ${until}
    from generate_series(1, ${concurrency}::int) as free (slot)
    where not exists (
      select from platform_call_slots taken
      where taken.company_id = ${companyId} and taken.slot = free.slot and taken.held_until > clock_timestamp())
    order by random() limit 1
    on conflict (company_id, slot) do update set holder = excluded.holder, held_until = excluded.held_until
      where held.held_until <= clock_timestamp()
    returning slot`;
  if (row) return row.slot;
  await sql`
    insert into platform_call_slots as held (company_id, organisation_id, slot, holder, held_until)
    values (${companyId}, ${organisationId}, ${waitingRow}, ${holder}, clock_timestamp() + interval '1 second')
    on conflict (company_id, slot) do update set held_until = excluded.held_until
      where held.held_until < clock_timestamp() + interval '500 milliseconds'`;
  return null;
}

/** Gives a slot back; says whether somebody waits for one. */
async function freeSlot({ companyId }: SlotsOf, { number, holder }: Slot): Promise<boolean> {
  const [row] = await sqlClient()<{ others: boolean }[]>`
    with freed as (
      delete from platform_call_slots where company_id = ${companyId} and slot = ${number} and holder = ${holder}
    )
    select exists (
      select from platform_call_slots
      where company_id = ${companyId} and slot = ${waitingRow} and held_until > clock_timestamp()) as others`;
  return row?.others ?? false;
}

/** The slots that this process holds. */
export const callSlots = new CallSlots();
