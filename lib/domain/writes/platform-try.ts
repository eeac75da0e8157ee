import type { PlatformWriter } from '../../connectors/types.ts';
import type { PlatformAccess } from '../connections/platform-access.ts';
import { type ClaimedWrite, timeoutSecondsOf } from './claim-write.ts';
import type { Lease } from './lease.ts';
import { type WriteFailure, WriteLost } from './move-write.ts';
import { asWriteFailure } from './write-failure.ts';

/** What a platform was asked brought, or why it brought nothing. `isOpen`: the sign-in went well, so that it was asked. */
export type Tried<T> = { value: T } | { error: unknown; failure: WriteFailure; isOpen: boolean };

/** A failure of something that was tried. */
export type Untold = Extract<Tried<never>, { error: unknown }>;

/**
 * Opens the session where it is not, and asks the platform for something within the time that it is given. A failure
 * comes without the connection's secrets. Throws WriteLost as `work` does.
 */
export async function tryPlatform<T>(
  { write, access, lease }: { write: ClaimedWrite; access: PlatformAccess; lease: Lease },
  work: (writer: PlatformWriter, signal: AbortSignal) => Promise<T>,
): Promise<Tried<T>> {
  const { integration, request } = write;
  let isOpen = false;
  try {
    const { writer } = await access.session();
    if (!writer) throw new Error(`The connector of ${integration} does not write`);
    isOpen = true;
    const timeUp = AbortSignal.timeout(timeoutSecondsOf(integration, request.model) * 1000);
    return { value: await work(writer, AbortSignal.any([lease.signal, timeUp])) };
  } catch (error) {
    if (error instanceof WriteLost) throw error;
    return { error, failure: access.conceal(asWriteFailure(error)), isOpen };
  }
}
