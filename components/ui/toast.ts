import type { ExternalToast } from 'sonner';

type Send = (message: string, options?: ExternalToast) => void;

const send =
  (kind: 'success' | 'error' | 'info' | 'warning' | 'message'): Send =>
  (message, options) =>
    void import('sonner').then(({ toast }) => toast[kind](message, options));

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
