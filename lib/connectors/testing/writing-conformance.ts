import { describe, expect, test } from 'vitest';
import { observingOutbound } from '../../outbound-observer.ts';
import type { PlatformWriter, WriteRequest } from '../types.ts';
import {
  type ConformancePlatform,
  failureOf,
  inSession,
  newMarker,
  type WritingPlatform,
} from './conformance-platform.ts';

/** As if the process had died. */
class Killed extends Error {}

const never = new AbortController().signal;

/** More calls than any write makes. */
const mostCalls = 40;

/** How records are written, where the platform is written to. */
export function writingConformance(platform: () => Promise<ConformancePlatform>): void {
  const writingTo = async <T>(work: (writer: PlatformWriter, writing: WritingPlatform) => Promise<T>) => {
    const found = await platform();
    const { writing } = found;
    if (!writing) return null;
    return inSession(found, async ({ writer }) => {
      if (!writer) throw new Error('This platform says that it is written to');
      return work(writer, writing);
    });
  };

  describe('when it writes', () => {
    test('a record is there once and can be found by its marker', async (context) => {
      const done = await writingTo(async (writer, writing) => {
        const request = await writing.request(newMarker());
        expect((await writer.plan(request, never)).length).toBeGreaterThan(0);
        expect(await writing.count(request)).toBe(0);
        const { platformId } = await writer.push(request, never);
        expect(await writing.count(request)).toBe(1);
        expect(await writer.find(request, never)).toMatchObject({ state: 'confirmed', result: { platformId } });
        expect(await writer.read(request.model, [platformId], never)).toHaveLength(1);
        return true;
      });
      if (!done) context.skip();
    });

    test('one that was never sent is absent, or can’t be told, never confirmed', async (context) => {
      const done = await writingTo(async (writer, writing) => {
        const { state } = await writer.find(await writing.request(newMarker()), never);
        expect(['absent', 'unclear']).toContain(state);
        return true;
      });
      if (!done) context.skip();
    });

    test('one that the platform refuses is a matter of the record, and nothing is made', async (context) => {
      const done = await writingTo(async (writer, writing) => {
        const request = await writing.refused(newMarker());
        const failure = await failureOf(writer.push(request, never));
        expect(failure).toMatchObject({ failureClass: 'record-refused', mayBeDone: false });
        expect(await writing.count(request)).toBe(0);
        return true;
      });
      if (!done) context.skip();
    });

    test('and is killed between any two calls, the record is there once in the end', async (context) => {
      const done = await writingTo(async (writer, writing) => {
        for (let call = 1; call <= mostCalls; call++) {
          const request = await writing.request(newMarker());
          const wasKilled = await killedAfter(call, () => writer.push(request, never));
          if (!wasKilled) return expect(call).toBeGreaterThan(1);
          await settle(writer, request);
          expect([call, await writing.count(request)]).toEqual([call, 1]);
        }
        throw new Error(`A write makes more than ${mostCalls} calls`);
      });
      if (!done) context.skip();
    });
  });
}

/** Runs something until its call of that number was answered; says whether it came so far. */
async function killedAfter(call: number, work: () => Promise<unknown>): Promise<boolean> {
  let answered = 0;
  const kill = () => {
    answered += 1;
    if (answered >= call) throw new Killed('killed');
  };
  await observingOutbound(kill, work).catch((error: unknown) => {
    if (answered < call) throw error;
  });
  return answered >= call;
}

/** Brings a write whose process died to its end, as the engine does: it asks, and sends again what is not there. */
async function settle(writer: PlatformWriter, request: WriteRequest): Promise<void> {
  const { state } = await writer.find(request, never);
  if (state === 'absent') await writer.push(request, never);
  else expect(state).toBe('confirmed');
}
