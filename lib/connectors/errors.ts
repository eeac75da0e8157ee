import type { PlatformErrorCode } from '../errors.ts';

/** The eight ways a platform call fails. Every connector types its failures at its client, from status and body code. */
export const failureClasses = [
  'credentials',
  'permission',
  'rate-limit',
  'platform-down',
  'bad-request',
  'record-refused',
  'wrong-company',
  'unknown',
] as const;
export type FailureClass = (typeof failureClasses)[number];

export type WhoActs = 'you' | 'customer' | 'platform' | 'us';

export interface FailureGuide {
  whoActs: WhoActs;
  /** One word or two for pills and filters. */
  label: string;
  /** What happened, in plain words; `{platform}` stands for the platform's name. */
  summary: string;
  nextStep: string;
}

/** A platform's own next steps. */
export type NextSteps = Readonly<Partial<Record<FailureClass, string>>>;

/** Who must act on a failure and what to do next; the console and the connect page speak these words. */
export const failureGuides: Record<FailureClass, FailureGuide> = {
  credentials: {
    whoActs: 'customer',
    label: 'Sign-in refused',
    summary: '{platform} no longer accepts the sign-in of this connection.',
    nextStep: 'Send your customer the link again so that they can reconnect. Nothing stored is lost.',
  },
  permission: {
    whoActs: 'customer',
    label: 'Access denied',
    summary: 'The user that was given for {platform} may not read everything that is switched on.',
    nextStep: 'Ask your customer to give that user access, or to reconnect with another one.',
  },
  'rate-limit': {
    whoActs: 'platform',
    label: 'Rate limited',
    summary: '{platform} asked to wait before more is read.',
    nextStep: 'Nothing to do: the sync goes on by itself where it stopped.',
  },
  'platform-down': {
    whoActs: 'platform',
    label: 'Platform down',
    summary: '{platform} could not be reached or did not answer properly.',
    nextStep: 'Wait for the next sync. If it lasts, ask your customer whether their server is up.',
  },
  'bad-request': {
    whoActs: 'us',
    label: 'Our request refused',
    summary: '{platform} did not understand a request of ours.',
    nextStep: 'Report it with the sync id. Records read so far are kept.',
  },
  'record-refused': {
    whoActs: 'you',
    label: 'Record refused',
    summary: '{platform} refused a record.',
    nextStep: 'Correct the record and send it again.',
  },
  'wrong-company': {
    whoActs: 'you',
    label: 'Another company',
    summary: 'The sign-in leads to another company in {platform} than before.',
    nextStep: 'Check with your customer which company is meant before anything is read.',
  },
  unknown: {
    whoActs: 'us',
    label: 'Unknown failure',
    summary: 'Something failed that has no name yet.',
    nextStep: 'Sync again; if it happens again, report it with the sync id.',
  },
};

/** What may be kept of a failed platform call: never a body with secrets, capped in length by the client. */
export interface FailureEvidence {
  method?: string;
  path?: string;
  status?: number;
  /** The platform's own code, where it has one. */
  platformCode?: string;
  /** The platform's own words, at most 500 characters. */
  platformMessage?: string;
}

/**
 * A platform call that failed, typed at the connector's client.
 * `retryAfterSeconds` belongs to rate-limit; `field` names the credentials field a connect error is about, or the field
 * of a written record that was refused. `mayBeDone`: whether what was asked may have been carried out all the same.
 */
export class ConnectorError extends Error {
  readonly failureClass: FailureClass;
  readonly evidence: FailureEvidence;
  readonly retryAfterSeconds: number | undefined;
  readonly field: string | undefined;
  readonly platformErrorCode: PlatformErrorCode;
  readonly mayBeDone: boolean;

  constructor(
    failureClass: FailureClass,
    message: string,
    options: {
      evidence?: FailureEvidence;
      retryAfterSeconds?: number;
      field?: string;
      platformErrorCode?: PlatformErrorCode;
      /** Default: after an outage or a failure without a name. */
      mayBeDone?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'ConnectorError';
    this.failureClass = failureClass;
    this.evidence = options.evidence ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.field = options.field;
    this.platformErrorCode = options.platformErrorCode ?? defaultPlatformCode[failureClass];
    this.mayBeDone = options.mayBeDone ?? (failureClass === 'platform-down' || failureClass === 'unknown');
  }
}

const defaultPlatformCode: Record<FailureClass, PlatformErrorCode> = {
  credentials: 'platform-denied',
  permission: 'platform-denied',
  'rate-limit': 'platform-denied',
  'platform-down': 'unknown-error',
  'bad-request': 'invalid-params',
  'record-refused': 'invalid-params',
  'wrong-company': 'platform-denied',
  unknown: 'unknown-error',
};

/** One record of a page that can't be parsed or mapped: kept aside with its reason, the sync goes on. */
export class RecordRejected extends Error {
  readonly field: string | undefined;

  constructor(message: string, field?: string) {
    super(message);
    this.name = 'RecordRejected';
    this.field = field;
  }
}
