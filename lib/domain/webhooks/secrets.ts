import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type SealBinding, type Sealed, seal, unseal } from '../../crypto/key-ring.ts';
import { invalid } from '../../errors.ts';
import type { NewWebhook } from './schema.ts';

/** What of a webhook only the database, sealed, and its receiver know. */
export interface WebhookSecrets {
  /** `whsec_` and the base64 of 32 bytes. */
  signingKey: string;
  headers: { name: string; value: string }[];
}

const secretsSchema: z.ZodType<WebhookSecrets> = z.object({
  signingKey: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});

/** A new signing key in the form that Standard Webhooks gives them. */
export const newSigningKey = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export const sealSecrets = (secrets: WebhookSecrets, binding: SealBinding): Sealed => seal(secrets, binding);

/** Throws where the secrets were sealed under another SECRET_KEY. */
export const openSecrets = (sealed: Sealed, binding: SealBinding): WebhookSecrets =>
  secretsSchema.parse(unseal(sealed, binding));

/** Headers as they are to be kept: a value that is null stays what it was. Throws invalid where there was none. */
export function mergedHeaders(
  given: NewWebhook['headers'],
  known: WebhookSecrets['headers'],
): WebhookSecrets['headers'] {
  return given.map(({ name, value }, at) => {
    const kept = value ?? known.find((one) => one.name.toLowerCase() === name.toLowerCase())?.value;
    if (kept === undefined) throw invalid({ path: `headers.${at}.value`, message: 'is required' });
    return { name, value: kept };
  });
}

/** Shorter ones can't be told from ordinary words. */
const shortestSecret = 4;

/** A receiver's text without the secrets that it was sent: some say again what they got. */
export function withoutSecrets(text: string, { signingKey, headers }: WebhookSecrets): string {
  const secrets = [signingKey, ...headers.map((header) => header.value)];
  return secrets
    .filter((secret) => secret.length >= shortestSecret)
    .reduce((rest, secret) => rest.replaceAll(secret, '[hidden]'), text);
}
