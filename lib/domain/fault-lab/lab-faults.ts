import type { FailureClass } from '../../connectors/errors.ts';
import type { PracticeFault } from '../../connectors/types.ts';

/** What a sandbox platform can be made to do wrong from the console. */
export const labFaultKinds = [
  'expired-sign-in',
  'rate-limit',
  'failing-page',
  'slow',
  'duplicates',
  'wrong-company',
] as const;
export type LabFaultKind = (typeof labFaultKinds)[number];

export interface LabFault {
  label: string;
  /** What the platform does from then on. */
  does: string;
  /** What a sync that meets it fails with; null where it ends well. */
  failureClass: FailureClass | null;
  /** What is to be seen beyond the words for that class. */
  shows: string;
  /** What makes the company healthy again. */
  after: string;
}

/** How long the platform's limit is in force. */
export const limitMinutes = 5;
export const slowSeconds = 3;

const nextSync = 'Switch it off and sync: the company is healthy again.';

export const labFaults: Record<LabFaultKind, LabFault> = {
  'expired-sign-in': {
    label: 'Expired sign-in',
    does: 'The access token has run out, and the platform gives no new one.',
    failureClass: 'credentials',
    shows: 'The sign-in is tried once more after some seconds, then the company needs reconnecting.',
    after: nextSync,
  },
  'rate-limit': {
    label: 'Too many requests',
    does: `For ${limitMinutes} minutes every call is answered 429 and asked to wait as long.`,
    failureClass: 'rate-limit',
    shows: 'The sync sleeps and says when it wakes. No try is counted.',
    after: 'It ends by itself, and the sync goes on where it stopped.',
  },
  'failing-page': {
    label: 'Error on a page',
    does: 'One page of every model is answered 500; the pages before it are good.',
    failureClass: 'platform-down',
    shows: 'Each model is tried again, then fails at that page. What was read before it is stored.',
    after: nextSync,
  },
  slow: {
    label: 'Slow answers',
    does: `Every answer comes ${slowSeconds} seconds late.`,
    failureClass: null,
    shows: 'Nothing fails. The sync takes longer, and its calls say where the time went.',
    after: 'Switch it off: the next call is as quick as before.',
  },
  duplicates: {
    label: 'Duplicates',
    does: 'The first records of every page come twice.',
    failureClass: null,
    shows: 'Nothing fails. Every record is stored once.',
    after: 'Switch it off. There is nothing to mend.',
  },
  'wrong-company': {
    label: 'Another company',
    does: 'The sign-in leads to other books than those that were connected.',
    failureClass: 'wrong-company',
    shows: 'The sync stops before anything is read, and no other one starts.',
    after: 'Switch it off, and sign in again by the invite link, as the customer would.',
  },
};

/** What the sandbox is told, so that a company meets a fault. `elsewhere`: the id of other books. */
export function sandboxFaults(
  kind: LabFaultKind,
  { page, elsewhere, now }: { page: number; elsewhere: string; now: Date },
): PracticeFault[] {
  switch (kind) {
    case 'expired-sign-in':
      return [{ kind: 'token_expired' }, { kind: 'credentials_refused' }];
    case 'rate-limit': {
      const until = new Date(now.getTime() + limitMinutes * 60_000).toISOString();
      return [{ kind: 'rate_limited', retryAfterSeconds: limitMinutes * 60, until }];
    }
    case 'failing-page':
      return [{ kind: 'server_error', page, on: 'read' }];
    case 'slow':
      return [{ kind: 'slow', delayMs: slowSeconds * 1000 }];
    case 'duplicates':
      return [{ kind: 'duplicates' }];
    case 'wrong-company':
      return [{ kind: 'wrong_company', bookId: elsewhere }];
  }
}

const kindOf: Partial<Record<string, LabFaultKind>> = {
  credentials_refused: 'expired-sign-in',
  token_expired: 'expired-sign-in',
  rate_limited: 'rate-limit',
  slow: 'slow',
  duplicates: 'duplicates',
  wrong_company: 'wrong-company',
};

/** A fault that is on, as far as the console knows it. */
export interface ActiveFault {
  /** Null for one that was set at the sandbox's own door. */
  kind: LabFaultKind | null;
  /** What the sandbox calls it. */
  sandboxKind: string;
  page: number | null;
  until: Date | null;
}

/** What of the console's faults the sandbox has on; what belongs to one is told once. */
export function activeFaults(faults: readonly PracticeFault[]): ActiveFault[] {
  const active = faults.map((fault) => ({
    kind: fault.kind === 'server_error' && fault.page !== undefined ? 'failing-page' : (kindOf[fault.kind] ?? null),
    sandboxKind: fault.kind,
    page: typeof fault.page === 'number' ? fault.page : null,
    until: fault.until ? new Date(fault.until) : null,
  }));
  return active.filter(
    (one, place) => one.kind === null || active.findIndex(({ kind }) => kind === one.kind) === place,
  );
}
