import type { PlatformErrorCode } from '../../../errors.ts';
import { ConnectorError } from '../../errors.ts';

/** A record that is refused before anything is sent. */
export const refused = (field: string, message: string, platformErrorCode?: PlatformErrorCode): ConnectorError =>
  new ConnectorError('record-refused', message, { field, platformErrorCode, mayBeDone: false });

/** Throws the refusal of a text that is longer than its field; the platform's own does not say which it was. */
export function requireLength(field: string, value: string | null | undefined, most: number): void {
  if (value && value.length > most) throw refused(field, `Business Central takes at most ${most} characters here`);
}

/** What is done before anything is sent: given up meanwhile, nothing can have been written. */
export async function beforeSending<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConnectorError || !signal.aborted) throw error;
    throw new ConnectorError('platform-down', 'The write was given up before it was sent', {
      mayBeDone: false,
      cause: error,
    });
  }
}
