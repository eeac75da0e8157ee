import type { StoredWriteResult, WriteEvidence } from '../../../db/schema/writes.ts';
import type { WriteResult } from '../../connectors/types.ts';
import { announce } from '../../events/announce.ts';
import { type PlatformAccess, platformAccess } from '../connections/platform-access.ts';
import { secondLookSeconds } from '../connections/second-look.ts';
import { recordingCalls } from '../platform-calls/recording.ts';
import { ReadTooEarly } from '../records/pushed.ts';
import type { RecordRow } from '../records/rows.ts';
import { waitSecondsOf } from '../syncs/run-failure.ts';
import { type ClaimedWrite, graceSeconds, timeoutSecondsOf } from './claim-write.ts';
import { type Confirmation, confirmWrite, readBack } from './confirm-write.ts';
import { keepLease, type Lease } from './lease.ts';
import { failWrite, letGo, noted, sendAgain, type WriteFailure, WriteLost } from './move-write.ts';
import { isGivenUp, isTriedAgain, mostSends, pausedSeconds, waitAfter } from './patience.ts';
import { isHeldByPause } from './pause.ts';
import { tryPlatform, type Untold } from './platform-try.ts';
import { cannotBeKnown, mayBeDone, neverArrived, notReached } from './write-failure.ts';

export interface AdvanceOptions {
  now?: () => Date;
  /** Nobody waits for the answer: a platform that can't be reached is tried again later instead of failing the write. */
  isPatient: boolean;
  /** An open door to the platform that several writes share. Default: one of its own. */
  access?: PlatformAccess;
  /** The answer that is kept under the request's key, where somebody waits for it. */
  answer?: Confirmation['answer'];
}

/**
 * How far a write came. `waiting`: it is queued to be looked at again; with `pauseSeconds` when the platform should be left
 * alone until then, because it asked for it or refused the sign-in.
 */
export type Advance =
  | { state: 'confirmed'; record: RecordRow | null }
  | { state: 'failed'; failure: WriteFailure }
  | { state: 'waiting'; pauseSeconds?: number };

/** What everything about one write in hand needs. */
interface Room {
  write: ClaimedWrite;
  access: PlatformAccess;
  lease: Lease;
  now: () => Date;
  options: AdvanceOptions;
}

/**
 * Brings a claimed write as far as it goes now: sends it, asks what became of it, or reads back what was accepted. The
 * same for the request that waits, the worker, and whoever settles what others left. Throws what the database throws; the
 * write is taken up again then when its claim has run out.
 */
export async function advanceWrite(write: ClaimedWrite, options: AdvanceOptions): Promise<Advance> {
  const access = options.access ?? (await platformAccess(write));
  if (!access) throw new Error(`There is no connector for ${write.integration}`);
  const now = options.now ?? (() => new Date());
  const { organisationId, companyId, syncId, jobId, requestId } = write;
  const { secrets } = access;
  const ids = { organisationId, companyId, syncId, jobId, requestId };
  const scope = { ...ids, secrets, bodies: 'whole', isAwaited: !options.isPatient, now } as const;
  const lease = keepLease(write);
  const room = { write, access, lease, now, options };
  const announceStep = () => announce({ organisationId, companyId, topic: 'writes' });
  announceStep();
  return recordingCalls(scope, () => access.limited(() => step(room)))
    .catch((error: unknown): Advance => {
      // Whoever has it now brings it to its end.
      if (error instanceof WriteLost) return { state: 'waiting' };
      throw error;
    })
    .finally(() => {
      lease.end();
      announceStep();
      if (!options.access) access.close();
    });
}

function step(room: Room): Promise<Advance> {
  const { state, result } = room.write;
  if (state === 'SENDING') return send(room);
  if (state === 'ACCEPTED' && result) return readAndConfirm(room, result, noted('read', 'read', room.now()));
  return ask(room);
}

/** The platform's time and a little more: before it is up nobody asks what became of a write. */
const quietSeconds = ({ write }: Room) => timeoutSecondsOf(write.integration, write.request.model) + graceSeconds;

async function send(room: Room): Promise<Advance> {
  const { write, now } = room;
  const tried = await tryPlatform(room, (writer, signal) => {
    room.lease.requireFresh();
    return writer.push(write.request, signal);
  });
  if ('value' in tried) return readAndConfirm(room, tried.value, noted('sent', 'accepted', now()));
  const { failure } = tried;
  const evidence = noted('sent', failure.message, now(), failure.evidence);
  if (tried.isOpen && mayBeDone(tried.error)) {
    await letGo(write, { to: 'UNCERTAIN', seconds: quietSeconds(room), evidence, stumbles: 0 });
    return { state: 'waiting' };
  }
  if (failure.failureClass === 'rate-limit') return later(room, 'PENDING', tried, evidence);
  if (failure.failureClass === 'credentials' && !isBelieved(write)) return lookAgain(room, evidence);
  if (failure.failureClass !== 'platform-down') return fail(room, failure, evidence);
  if (!room.options.isPatient || !isTriedAgain(write)) return fail(room, notReached(failure), evidence);
  return later(room, 'PENDING', tried, evidence);
}

/** Whether a refused sign-in breaks the connection: it was refused before. A busy platform refuses one that is good. */
const isBelieved = ({ refusals, isExpired }: ClaimedWrite) => refusals > 0 || isExpired;

/** Puts a write back whose sign-in was refused for the first time: nothing of it was taken. */
async function lookAgain({ write }: Room, evidence: WriteEvidence): Promise<Advance> {
  const { stumbles, refusals } = write;
  await letGo(write, { to: 'PENDING', seconds: secondLookSeconds, evidence, stumbles, refusals: refusals + 1 });
  return { state: 'waiting', pauseSeconds: secondLookSeconds };
}

/** Asks the platform what became of a write whose outcome is not known. */
async function ask(room: Room): Promise<Advance> {
  const { write, now } = room;
  const tried = await tryPlatform(room, (writer, signal) => writer.find(write.request, signal));
  if (!('value' in tried)) {
    const evidence = noted('asked', tried.failure.message, now(), tried.failure.evidence);
    if (isGivenUp(write, now())) return fail(room, cannotBeKnown(write, tried.failure), evidence);
    return later(room, 'UNCERTAIN', tried, evidence);
  }
  const found = tried.value;
  const evidence = noted('asked', found.state, now(), found.evidence);
  switch (found.state) {
    case 'confirmed':
      return readAndConfirm(room, found.result, evidence);
    case 'unclear':
      return fail(room, cannotBeKnown(write, { evidence: found.evidence }), evidence);
    case 'absent':
      if (write.attempts >= mostSends) return fail(room, neverArrived(write), evidence);
      if (await isHeldByPause(write)) {
        await letGo(write, { to: 'UNCERTAIN', seconds: pausedSeconds, evidence, stumbles: write.stumbles });
        return { state: 'waiting' };
      }
      await sendAgain(write, evidence, quietSeconds(room));
      return send({ ...room, write: { ...write, state: 'SENDING', attempts: write.attempts + 1 } });
  }
}

/** However often others store the same records meanwhile. */
const mostReadings = 10;

/**
 * Reads back what the platform has made of an accepted write and closes it. When it can't be read now, the write stays
 * accepted and is read later: it is done, and must not look as if it were not.
 */
async function readAndConfirm(
  room: Room,
  result: StoredWriteResult | WriteResult,
  evidence: WriteEvidence,
  readings = 1,
): Promise<Advance> {
  const { write, access, now, options } = room;
  const tried = await tryPlatform(room, (writer, signal) => readBack(writer, write, result, signal));
  if (!('value' in tried) && !isGivenUp(write, now())) {
    const { message, evidence: said } = tried.failure;
    return later(room, 'ACCEPTED', tried, noted('read', message, now(), said), result);
  }
  const { connector } = access;
  const read = 'value' in tried ? tried.value : [];
  const end = { connector, result, read, evidence, now: now(), answer: options.answer };
  const closed = await confirmWrite(write, end).catch((error: unknown) => {
    if (error instanceof ReadTooEarly && readings < mostReadings) return null;
    throw error;
  });
  return closed ? { state: 'confirmed', ...closed } : readAndConfirm(room, result, evidence, readings + 1);
}

/** Lets a write go until the platform's pause is over, or for longer each time that it could not be reached. */
async function later(
  { write }: Room,
  to: 'PENDING' | 'UNCERTAIN' | 'ACCEPTED',
  { failure, error }: Untold,
  evidence: WriteEvidence,
  result?: StoredWriteResult | WriteResult,
): Promise<Advance> {
  const isLimited = failure.failureClass === 'rate-limit';
  const stumbles = write.stumbles + (isLimited ? 0 : 1);
  const seconds = isLimited ? waitSecondsOf(error) : waitAfter(stumbles);
  await letGo(write, { to, seconds, evidence, stumbles, result });
  return { state: 'waiting', ...(isLimited && { pauseSeconds: seconds }) };
}

async function fail({ write, now }: Room, failure: WriteFailure, evidence: WriteEvidence): Promise<Advance> {
  await failWrite(write, { failure, evidence, now: now() });
  return { state: 'failed', failure };
}
