import { cleanText } from '../domain/records/clean-text.ts';
import type { ClaimedDelivery } from '../domain/webhooks/claim-deliveries.ts';
import { payloadOf } from '../domain/webhooks/payload.ts';
import { openSecrets, type WebhookSecrets, withoutSecrets } from '../domain/webhooks/secrets.ts';
import type { AttemptOutcome } from '../domain/webhooks/settle-delivery.ts';
import { signatureHeaders } from '../domain/webhooks/signature.ts';
import { OutboundError, type OutboundResponse, outboundFetch } from '../http/outbound.ts';

const timeoutMs = 15_000;
/** What is read of an answer at most, and what of it is kept. */
const maxAnswerBytes = 16_384;
const keptAnswerLength = 2_000;

/** Sends a delivery once, signed. Null when the signal was aborted before there was an answer. Throws nothing else. */
export async function sendWebhook(
  delivery: ClaimedDelivery,
  options: { now: Date; signal?: AbortSignal },
): Promise<AttemptOutcome | null> {
  const begun = performance.now();
  const took = () => performance.now() - begun;
  const secrets = secretsOf(delivery);
  if (!secrets) return unanswered("The webhook's secrets can't be opened with this installation's SECRET_KEY", took());
  try {
    const response = await post(delivery, secrets, options);
    return answered(response, secrets, took());
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return error.failure === 'aborted' ? null : unanswered(wordsFor(error), took());
  }
}

function secretsOf(delivery: ClaimedDelivery): WebhookSecrets | null {
  try {
    return openSecrets(delivery.secrets, delivery);
  } catch {
    return null;
  }
}

function post(
  delivery: ClaimedDelivery,
  secrets: WebhookSecrets,
  { now, signal }: { now: Date; signal?: AbortSignal },
): Promise<OutboundResponse> {
  const body = JSON.stringify(payloadOf(delivery.event));
  const { signatureHeader } = delivery;
  return outboundFetch(delivery.url, {
    method: 'POST',
    headers: {
      ...Object.fromEntries(secrets.headers.map(({ name, value }) => [name, value])),
      'content-type': 'application/json',
      'user-agent': 'Ledgerline',
      ...signatureHeaders(
        { id: delivery.event.id, sentAt: now, body },
        { signingKey: secrets.signingKey, signatureHeader },
      ),
    },
    body,
    timeoutMs,
    maxBytes: maxAnswerBytes,
    cutsLarger: true,
    signal,
  });
}

function answered({ status, headers, text }: OutboundResponse, secrets: WebhookSecrets, durationMs: number) {
  const retryAfter = Number(headers.get('retry-after'));
  return {
    statusCode: status,
    failure: status >= 200 && status < 300 ? null : refusal(status),
    answer: cleanText(withoutSecrets(text, secrets).slice(0, keptAnswerLength)) || null,
    durationMs,
    ...(retryAfter > 0 ? { retryAfterSeconds: retryAfter } : {}),
  };
}

const refusal = (status: number) =>
  status >= 300 && status < 400
    ? `The receiver answered ${status}; redirects are not followed`
    : `The receiver answered ${status}`;

const unanswered = (failure: string, durationMs: number): AttemptOutcome => ({
  statusCode: null,
  failure,
  answer: null,
  durationMs,
});

const wordsFor = (error: OutboundError) =>
  error.failure === 'refused-address' ? `${error.message}, and OUTBOUND_ALLOW does not name it` : error.message;
