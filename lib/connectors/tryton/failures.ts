import { OutboundError, type OutboundResponse } from '../../http/outbound.ts';
import { ConnectorError, type FailureClass, type FailureEvidence } from '../errors.ts';

/** One call, as far as it may be told: the path holds the database's name, never a parameter. */
export interface Exchange {
  path: string;
  /** The remote method. */
  rpc: string;
}

/**
 * Seconds to wait after a lock-out. Tryton does not say; it forgets bad sign-ins after 5 minutes unless it is set
 * otherwise, and each try while it is locked counts anew. A quarter of an hour lets go of locks of up to 75 minutes.
 */
const lockedOutSeconds = 900;

const evidenceOf = ({ path, rpc }: Exchange, more: FailureEvidence = {}): FailureEvidence => ({
  method: 'POST',
  path: `${path} ${rpc}`,
  ...more,
});

/** The failure that an HTTP status other than 200 stands for. Its body is HTML for people and is not read. */
export function failureOfStatus(exchange: Exchange, response: OutboundResponse): ConnectorError {
  const { status, headers } = response;
  const evidence = evidenceOf(exchange, { status });
  switch (status) {
    case 401:
      return new ConnectorError('credentials', 'Tryton does not accept this user and password.', {
        evidence,
        field: 'password',
      });
    // What is no database's name is another path, where posting may not be allowed.
    case 404:
    case 405:
      return new ConnectorError('credentials', 'There is no database of this name on the Tryton server.', {
        evidence,
        field: 'database',
      });
    case 429:
      return new ConnectorError(
        'rate-limit',
        'Tryton has locked this user out after too many wrong passwords. Wait at least 5 minutes, then try again.',
        { evidence, field: 'user', retryAfterSeconds: retryAfter(headers.get('retry-after')) },
      );
    case 400:
    // The method is not open to remote calls.
    case 403:
    case 413:
    case 415:
    case 422:
      return new ConnectorError('bad-request', 'Tryton did not understand a request of ours.', { evidence });
    default:
      if (status >= 300 && status < 400) return movedAway(evidence, headers.get('location'));
      if (status === 408 || status >= 500) {
        return new ConnectorError('platform-down', 'The Tryton server failed to answer.', {
          evidence,
          field: 'address',
        });
      }
      return new ConnectorError('unknown', 'The Tryton server gave an answer that is not known.', { evidence });
  }
}

function movedAway(evidence: FailureEvidence, location: string | null): ConnectorError {
  const to = location !== null && URL.canParse(location) ? new URL(location).origin : null;
  return new ConnectorError(
    'platform-down',
    to ? `This address only points on to ${to}. Give that address.` : 'This address only points on to another one.',
    { evidence, field: 'address' },
  );
}

/**
 * The failure in the `error` array of an answer. The first entry is Tryton's own kind; a Python exception that it did
 * not expect comes without a kind, as its bare text. The second entry may then be a traceback and is never kept.
 */
export function failureOfError(exchange: Exchange, error: readonly unknown[]): ConnectorError {
  const [kind, detail] = error;
  const [first, second] = Array.isArray(detail) ? detail : [detail];
  const fail = (failureClass: FailureClass, message: string, words: unknown, field?: string, mayBeDone?: boolean) =>
    new ConnectorError(failureClass, message, { evidence: evidenceOf(exchange, told(kind, words)), field, mayBeDone });
  switch (kind) {
    case 'UserError':
      // A refusal in words for people: of rights, or of one record's data. Who reads can tell which by asking again.
      return fail('record-refused', 'Tryton refused to give a record.', first);
    case 'UserWarning':
      return fail('bad-request', 'Tryton asked back instead of answering.', second);
    case 'LoginException':
      return fail(
        'credentials',
        'This user signs in with more than a password. Give a user that needs a password alone.',
        second,
        'user',
      );
    case 'ConcurrencyException':
      // Tryton takes its whole transaction back then.
      return fail(
        'platform-down',
        'Somebody changed the same record in Tryton at this moment.',
        detail,
        undefined,
        false,
      );
    default:
      // Narrow and by text, since nothing else is sent: a KeyError's text is the name that is missing, in quotes.
      return typeof kind === 'string' && /^'[\w.-]+'$/.test(kind)
        ? fail('bad-request', 'Tryton does not have something that was asked for.', kind)
        : fail('unknown', 'The Tryton server failed in a way that has no name.', kind);
  }
}

const kinds = ['UserError', 'UserWarning', 'LoginException', 'ConcurrencyException'];

const told = (kind: unknown, words: unknown): FailureEvidence => ({
  status: 200,
  platformCode: kinds.find((one) => one === kind),
  platformMessage: typeof words === 'string' ? words.slice(0, 500) : undefined,
});

/** A 200 whose body is not Tryton's. */
export function improperAnswer(exchange: Exchange): ConnectorError {
  return new ConnectorError('platform-down', 'The server’s answer can’t be read as one of Tryton.', {
    evidence: evidenceOf(exchange, { status: 200 }),
    field: 'address',
  });
}

/** No answer at all. */
export function failureOfOutbound(exchange: Exchange, error: OutboundError): ConnectorError {
  const certificate = certificateProblem(error);
  return new ConnectorError('platform-down', certificate ? certificateMessage : unreachable[error.failure], {
    evidence: evidenceOf(exchange, { platformCode: certificate ?? undefined }),
    field: 'address',
    mayBeDone: error.mayBeSent && certificate === null,
    cause: error,
  });
}

const unreachable: Record<OutboundError['failure'], string> = {
  'refused-address': 'This address lies inside a private network and can’t be reached from here.',
  unreachable: 'No server answers at this address.',
  timeout: 'The Tryton server did not answer in time.',
  'too-large': 'The Tryton server’s answer is too large.',
  aborted: 'The request was given up.',
  'invalid-url': 'Write the whole address, beginning with https:// or http://.',
};

const certificateMessage = 'The server’s certificate is not trusted, so nothing was sent to it.';

/** The code under which Node refuses a certificate, somewhere in the chain of causes. */
function certificateProblem(error: unknown): string | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /CERT|ALTNAME|LEAF_SIGNATURE/.test(cause.code)) {
      return cause.code;
    }
  }
  return null;
}

/** Whether a smaller page might have been answered. */
export const askedTooMuch = (error: unknown): boolean =>
  error instanceof ConnectorError &&
  error.cause instanceof OutboundError &&
  (error.cause.failure === 'timeout' || error.cause.failure === 'too-large');

const retryAfter = (header: string | null) =>
  header !== null && /^\d{1,6}$/.test(header) ? Number(header) : lockedOutSeconds;
