import type { z } from 'zod';
import { ConnectorError } from '../../errors.ts';
import { type Books, requireSameCompany } from '../books.ts';
import type { RemoteCall } from '../client.ts';
import { trytonDefinition } from '../definition.ts';

/** A call as a write makes it; `context` goes beside the company and the user's language. */
export type WriteCall<S extends z.ZodType> = Omit<RemoteCall<S>, 'context' | 'signal'> & { context?: object };

/**
 * The calls of one write, all within the time that the definition gives it. What they throw is always a ConnectorError,
 * and its `mayBeDone` is true exactly from the first call that may have written what was asked until it is known that
 * none did.
 */
export interface WriteCalls {
  books: Books;
  /** A call that writes nothing of what was asked. */
  ask<S extends z.ZodType>(call: WriteCall<S>): Promise<z.infer<S>>;
  /** A call that may write what was asked. */
  commit<S extends z.ZodType>(call: WriteCall<S>): Promise<z.infer<S>>;
  /** Throws wrong-company when this user no longer sees these books: what is not found may be there all the same. */
  requireCompany(): Promise<void>;
  /** Nothing of what was asked is there, and no call that could write it is under way. */
  nothingDone(): void;
  /** A call to leave nothing lying about: soon given up, and its failure costs nothing. */
  tidy<S extends z.ZodType>(call: WriteCall<S>): Promise<void>;
}

const tidyMs = 3_000;

/** Inactive records are not meant when something is written: a form would not offer them. */
export const writeContext = ({ context }: Books) => ({ company: context.company, language: context.language });

export function writeCalls(books: Books, model: 'CONTACT' | 'INVOICE_PAYMENT', signal: AbortSignal): WriteCalls {
  const seconds = trytonDefinition.writable.find((one) => one.model === model)?.timeoutSeconds ?? 60;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(seconds * 1_000)]);
  let mayBeDone = false;
  const inTime = async <T>(within: AbortSignal, work: () => Promise<T>) => {
    if (within.aborted) throw givenUp(within, mayBeDone);
    try {
      return await work();
    } catch (error) {
      if (error instanceof ConnectorError) throw error;
      throw within.aborted ? givenUp(within, true) : error;
    }
  };
  const send = <S extends z.ZodType>(call: WriteCall<S>, within: AbortSignal) =>
    inTime(within, () =>
      books.client.call({ ...call, context: { ...writeContext(books), ...call.context }, signal: within }),
    );
  const asJudged = (error: unknown) => Promise.reject(judged(error, mayBeDone));
  return {
    books,
    ask: (call) => send(call, limit).catch(asJudged),
    requireCompany: () => inTime(limit, () => requireSameCompany(books, limit)).catch(asJudged),
    commit: async (call) => {
      const before = mayBeDone;
      try {
        const answer = await send(call, limit);
        mayBeDone = true;
        return answer;
      } catch (error) {
        mayBeDone = before || mayHaveWritten(error, call.method);
        throw judged(error, mayBeDone);
      }
    },
    nothingDone: () => {
      mayBeDone = false;
    },
    tidy: async (call) => {
      await send(call, AbortSignal.timeout(tidyMs)).catch((error: unknown) => {
        if (!(error instanceof ConnectorError)) throw error;
      });
    },
  };
}

/** Tryton itself spoke: the call has ended, and what it wrote is either all there or all taken back. */
export const isAnswered = (error: unknown): error is ConnectorError =>
  error instanceof ConnectorError && error.evidence.status === 200 && error.evidence.platformMessage !== undefined;

/** A refusal in words, of rights or of what was written, and a question back, which nobody is there to answer. */
export const isRefusal = (error: unknown): error is ConnectorError =>
  isAnswered(error) && (error.failureClass === 'record-refused' || error.evidence.platformCode === 'UserWarning');

/** Somebody else wrote the same at this moment. */
export const isClash = (error: unknown): boolean =>
  isAnswered(error) && error.evidence.platformCode === 'ConcurrencyException';

/** A failed sign-in on the way, or a refused one, has carried out nothing. */
const mayHaveWritten = (error: unknown, method: string) =>
  !(error instanceof ConnectorError) ||
  (error.mayBeDone && (error.evidence.path === undefined || error.evidence.path.endsWith(`.${method}`)));

const judged = (error: unknown, mayBeDone: boolean): unknown =>
  error instanceof ConnectorError ? withMayBeDone(error, mayBeDone) : error;

/** The same failure, judged anew. Fields of the sign-in form, which the client names, are not fields of a record. */
export function withMayBeDone(error: ConnectorError, mayBeDone: boolean): ConnectorError {
  const { failureClass, message, evidence, platformErrorCode, retryAfterSeconds, cause } = error;
  const field = failureClass === 'record-refused' ? error.field : undefined;
  return new ConnectorError(failureClass, message, {
    ...{ evidence, field, platformErrorCode, retryAfterSeconds, mayBeDone },
    cause: cause ?? error,
  });
}

const givenUp = (signal: AbortSignal, mayBeDone: boolean) =>
  new ConnectorError('platform-down', 'The Tryton server did not answer in time.', {
    mayBeDone,
    cause: signal.reason,
  });
