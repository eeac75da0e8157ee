import type { ExternalToast } from 'sonner';

type Send = (message: string, options?: ExternalToast) => void;

const sent = new EventTarget();

/** Calls back with each toast that is sent until the returned function is called: the panel may not be there yet. */
export function onToast(listener: () => void): () => void {
  sent.addEventListener('toast', listener);
  return () => sent.removeEventListener('toast', listener);
}

const send =
  (kind: 'success' | 'error' | 'info' | 'warning' | 'message'): Send =>
  (message, options) =>
    void import('sonner').then(({ toast }) => {
      // A panel that comes later shows it too.
      toast[kind](message, options);
      sent.dispatchEvent(new Event('toast'));
    });

/**
 * Says in a corner what has just happened; loads sonner when it is first needed. Errors that need an action belong in
 * the page instead.
 */
export const toast = {
  success: send('success'),
  error: send('error'),
  info: send('info'),
  warning: send('warning'),
  message: send('message'),
};
