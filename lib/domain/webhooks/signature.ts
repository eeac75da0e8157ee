import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** Under which name the hex signature is sent where a webhook does not name another. */
export const usualSignatureHeader = 'X-RootFi-Signature';

/**
 * The headers by which a receiver knows that a message is ours: those of Standard Webhooks, and the hex HMAC-SHA256 of
 * the body with the signing key as it was shown, prefix included.
 */
export function signatureHeaders(
  message: { id: string; sentAt: Date; body: string },
  webhook: { signingKey: string; signatureHeader: string | null },
): Record<string, string> {
  const { id, sentAt, body } = message;
  const { signingKey, signatureHeader } = webhook;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': new Webhook(signingKey).sign(id, sentAt, body),
    [signatureHeader ?? usualSignatureHeader]: createHmac('sha256', signingKey).update(body).digest('hex'),
  };
}
