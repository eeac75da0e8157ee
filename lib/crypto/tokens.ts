import { createHash, randomBytes } from 'node:crypto';

/** A new secret token: the prefix tells its kind, 256 random bits follow. Shown once. */
export const newToken = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`;

/** What is stored of a token: hex SHA-256. Looked up by equality of the digest, which leaks nothing of the token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
