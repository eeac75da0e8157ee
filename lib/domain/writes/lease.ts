import { log } from '../../log.ts';
import { type ClaimedWrite, leaseSeconds, renewClaim } from './claim-write.ts';

/** A claim that is kept while the process lives. */
export interface Lease {
  /** Aborted when another process has the write. */
  signal: AbortSignal;
  end(): void;
}

/** Renews a write's claim until it is ended, so that nobody takes it from a living process. */
export function keepLease(write: ClaimedWrite): Lease {
  const controller = new AbortController();
  const renew = () => {
    renewClaim(write).then(
      (isOurs) => {
        if (!isOurs) controller.abort();
      },
      (error: unknown) => log().warn({ writeId: write.id, err: error }, 'the claim of a write was not renewed'),
    );
  };
  const timer = setInterval(renew, (leaseSeconds * 1000) / 4);
  return { signal: controller.signal, end: () => clearInterval(timer) };
}
