import { log } from '../../log.ts';
import { type ClaimedWrite, leaseSeconds, renewClaim } from './claim-write.ts';
import { WriteLost } from './move-write.ts';

/** A claim that is kept while the process lives. */
export interface Lease {
  /** Aborted when another process has the write. */
  signal: AbortSignal;
  /**
   * Throws WriteLost when the claim may have run out unheard: a process that was stopped for a while must not send what
   * another has sent meanwhile.
   */
  requireFresh(): void;
  end(): void;
}

/** Renews a write's claim until it is ended, so that nobody takes it from a living process. */
export function keepLease(write: ClaimedWrite): Lease {
  const controller = new AbortController();
  let { heldSince } = write;
  const renew = () => {
    const asked = Date.now();
    renewClaim(write).then(
      (isOurs) => {
        if (isOurs) heldSince = asked;
        else controller.abort();
      },
      (error: unknown) => log().warn({ writeId: write.id, err: error }, 'the claim of a write was not renewed'),
    );
  };
  const timer = setInterval(renew, (leaseSeconds * 1000) / 4);
  const requireFresh = () => {
    if (Date.now() - heldSince > leaseSeconds * 1000) throw new WriteLost(write.id);
  };
  return { signal: controller.signal, requireFresh, end: () => clearInterval(timer) };
}
