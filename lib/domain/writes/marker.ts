import { randomInt } from 'node:crypto';

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A name for a write that no other has: 26 characters of [0-9a-z], of 134 bits. */
export const newMarker = (): string => Array.from({ length: 26 }, () => alphabet[randomInt(36)]).join('');
