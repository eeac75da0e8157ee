import { ConnectorError, type FailureEvidence } from '../../errors.ts';

/** What was asked can't be written, and nothing was: names the field, and what to do where that helps. */
export const refused = (field: string | undefined, message: string, evidence?: FailureEvidence, cause?: unknown) =>
  new ConnectorError('record-refused', message, { field, evidence, cause, mayBeDone: false });

/** A refusal in Tryton's words, which are meant for people. */
export function refusedInWords(field: string | undefined, error: ConnectorError): ConnectorError {
  const words = error.evidence.platformMessage?.trim();
  const asked = error.evidence.platformCode === 'UserWarning';
  const said = asked ? 'Tryton asks a person to confirm this' : 'Tryton refused this';
  return refused(field, words ? `${said}: ${words}` : `${said}.`, error.evidence, error);
}

/** This user has not the rights to write; the sign-in itself is fine. */
export const notPermitted = (what: string, error: ConnectorError) =>
  new ConnectorError('permission', `This user may not ${what} in Tryton.`, {
    evidence: error.evidence,
    cause: error,
    mayBeDone: false,
  });
