import type { PlatformErrorCode } from '../errors.ts';
import type { OutboundError } from '../http/outbound.ts';
import { ConnectorError, type FailureClass, type FailureEvidence } from './errors.ts';

/** One call to a platform. `isWrite`: it makes or changes something there. */
export interface Exchange {
  method: string;
  path: string;
  isWrite?: boolean;
}

/** What an answer that is no success says, once its platform's codes are read. */
export interface Refused {
  failureClass: FailureClass;
  status: number;
  /** The platform's own code and words. */
  code?: string;
  words?: string;
  retryAfterSeconds?: number;
  /** The field that is to blame, as the caller calls it. */
  field?: string;
  /** What is said in place of the words for the class, and our code for it: of a refused record. */
  refusal?: { code?: PlatformErrorCode; message: string };
}

/** How the failures of one platform are made: what it means by its answers stays with its connector. */
export interface ExchangeFailures {
  refused(exchange: Exchange, said: Refused): ConnectorError;
  /** A success whose answer is not what was agreed: cut short, not JSON, other fields. */
  improperAnswer(exchange: Exchange, status: number): ConnectorError;
  /** No answer at all. The address is none of the customer's, so a refused or bad one is ours. */
  failureOfOutbound(exchange: Exchange, error: OutboundError): ConnectorError;
}

/** `messages`: what each class means, in the platform's name. */
export function exchangeFailures(platform: string, messages: Record<FailureClass, string>): ExchangeFailures {
  return {
    refused: (exchange, { failureClass, status, code, words, retryAfterSeconds, field, refusal }) =>
      new ConnectorError(failureClass, refusal?.message ?? messages[failureClass], {
        evidence: {
          ...whereOf(exchange),
          status,
          platformCode: code?.slice(0, 100) || undefined,
          platformMessage: words?.slice(0, 500),
        },
        retryAfterSeconds,
        field,
        platformErrorCode: refusal?.code,
        mayBeDone: isOpen(exchange, failureClass),
      }),
    improperAnswer: (exchange, status) =>
      new ConnectorError('platform-down', `${platform} gave an answer that can’t be read`, {
        evidence: { ...whereOf(exchange), status },
        mayBeDone: isOpen(exchange, 'platform-down'),
      }),
    failureOfOutbound: (exchange, error) => {
      const isOurs = error.failure === 'refused-address' || error.failure === 'invalid-url';
      const failureClass = isOurs ? 'bad-request' : 'platform-down';
      return new ConnectorError(failureClass, messages[failureClass], {
        evidence: whereOf(exchange),
        mayBeDone: exchange.isWrite === true && error.mayBeSent,
        cause: error,
      });
    },
  };
}

/** What may be kept of an exchange. */
export const whereOf = ({ method, path }: Exchange): FailureEvidence => ({ method, path: path.slice(0, 500) });

/** Whether something may have been written although the answer says nothing of it. Reading leaves nothing behind. */
const isOpen = ({ isWrite }: Exchange, failureClass: FailureClass): boolean =>
  isWrite === true && (failureClass === 'platform-down' || failureClass === 'unknown');

/** The class that a status stands for where no code says more; `isWrite` does not change it. */
export function classOfStatus(status: number): FailureClass {
  if (status === 401) return 'credentials';
  if (status === 403) return 'permission';
  if (status === 429) return 'rate-limit';
  if (status === 408 || status >= 500) return 'platform-down';
  if ([400, 404, 405, 406, 413, 414, 415, 422].includes(status)) return 'bad-request';
  return 'unknown';
}

/** Retry-After in seconds, where it is sent as a number; otherwise what the platform is given. */
export const retryAfterOf = (headers: Headers, otherwise: number): number => {
  const header = headers.get('retry-after');
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : otherwise;
};
