import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '../env.ts';

/** A sealed secret and the id of the key that opens it. */
export interface Sealed {
  keyId: string;
  /** 12 bytes nonce, 16 bytes tag, ciphertext. */
  ciphertext: Buffer;
}

/** What a sealed value is bound to: the same bytes under another binding don't open. */
export type SealBinding =
  | ({ organisationId: number } & ({ companyId: number } | { webhookId: number }))
  | { mailId: string };

interface Key {
  id: string;
  key: Buffer;
}

let ring: { secret: string; current: Key } | undefined;

/** The sealing key made from SECRET_KEY; its id is a digest, so that a wrong key is recognised before it is used. */
function currentKey(): Key {
  const secret = env().secretKey;
  if (!secret) throw new Error('SECRET_KEY is not set');
  if (ring?.secret !== secret) {
    const key = Buffer.from(hkdfSync('sha256', secret, '', 'ledgerline credentials v1', 32));
    ring = { secret, current: { id: `v1-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`, key } };
  }
  return ring.current;
}

/** The id under which new secrets are sealed. */
export const currentKeyId = (): string => currentKey().id;

function associatedData(binding: SealBinding, keyId: string): Buffer {
  if ('mailId' in binding) return Buffer.from(`${keyId}|mail ${binding.mailId}`);
  const owner = 'companyId' in binding ? binding.companyId : `webhook ${binding.webhookId}`;
  return Buffer.from(`${keyId}|${binding.organisationId}|${owner}`);
}

/** Seals JSON with AES-256-GCM, bound to what the secret belongs to. */
export function seal(value: unknown, binding: SealBinding): Sealed {
  const { id, key } = currentKey();
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associatedData(binding, id));
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return { keyId: id, ciphertext: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
}

/** Opens what `seal` made. Throws when the key is unknown, the binding is another one, or a byte was changed. */
export function unseal(sealed: Sealed, binding: SealBinding): unknown {
  const { id, key } = currentKey();
  if (sealed.keyId !== id)
    throw new Error(`Credentials are sealed under key ${sealed.keyId}, which is not SECRET_KEY's`);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.ciphertext.subarray(0, 12));
  decipher.setAAD(associatedData(binding, id));
  decipher.setAuthTag(sealed.ciphertext.subarray(12, 28));
  const body = Buffer.concat([decipher.update(sealed.ciphertext.subarray(28)), decipher.final()]);
  return JSON.parse(body.toString('utf8'));
}
