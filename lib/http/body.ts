import { AppError, invalid } from '../errors.ts';
import type { Asked } from './exchange.ts';

/** Largest request body, in bytes. */
export const maxBodyBytes = 1024 * 1024;
/** Deepest nesting of a JSON body. */
export const maxJsonDepth = 32;

const tooLarge = () => new AppError('payload-too-large', 'The body is larger than 1 MiB', {});

/**
 * Reads a body as UTF-8 text and stops at the limit, whatever Content-Length says. Empty without a body.
 * Throws `payload-too-large`, and `invalid` for bytes that are no UTF-8 and for a body that its sender broke off. `onCut` hears of a body that was given up in
 * its middle: what is left of it would be taken for the connection's next request.
 */
export async function readBodyText(request: Pick<Asked, 'headers' | 'body'>, onCut: () => void): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge();
  const { body } = request;
  if (!body) return '';
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(brokenOff);
    if (done) break;
    size += value.byteLength;
    if (size > maxBodyBytes) {
      if (!(await readPast(reader))) onCut();
      throw tooLarge();
    }
    chunks.push(value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw invalid({ path: '', message: 'The body is not valid UTF-8' });
  }
}

/** The sender went away in the middle: not our database, whatever the code of the socket's error. */
function brokenOff(cause: unknown): never {
  throw new AppError('invalid', 'The body ended before it was complete', { issues: [] }, { cause });
}

/** How much of a body that is too large is read past, so that the connection can be used again. */
const discardedBytes = 8 * maxBodyBytes;

/** Reads past the rest of a body: a connection that is cut under the answer may lose it. False: it was too long. */
async function readPast(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<boolean> {
  for (let size = 0; size <= discardedBytes; ) {
    const { done, value } = await reader.read();
    if (done) return true;
    size += value.byteLength;
  }
  await reader.cancel();
  return false;
}

// Not yet in the types of the standard library.
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };
const parseWithSource = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
) => unknown;

/** Digits that every number of JavaScript keeps. */
const safeDigits = 15;
const manyDigits = /\d(?:\.?\d){15}/;

/** Parses JSON and keeps a number with more digits than a number holds as its text, which JSON.stringify writes as it is. */
export function parseExactly(text: string): unknown {
  if (!manyDigits.test(text)) return JSON.parse(text);
  return parseWithSource(text, (_key, value, { source }) =>
    typeof value === 'number' && source && digitsOf(source) > safeDigits ? rawJSON(source) : value,
  );
}

/** How many digits of a number in JSON count. */
function digitsOf(source: string): number {
  const [mantissa = ''] = source.toLowerCase().split('e');
  const digits = mantissa.replace(/[-.]/g, '').replace(/^0+/, '');
  return (mantissa.includes('.') ? digits.replace(/0+$/, '') : digits).length;
}

/**
 * Refuses JSON that is nested too deep, or has text that Postgres can't store. Throws `invalid`.
 * Walks with a list of its own: the depth of the input must not become the depth of our stack.
 */
export function checkJson(value: unknown): void {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let item = open.pop(); item; item = open.pop()) {
    const { path, depth } = item;
    if (typeof item.value === 'string') refuseUnstorable(item.value, path);
    if (typeof item.value !== 'object' || item.value === null) continue;
    if (depth >= maxJsonDepth) {
      throw invalid({ path: '', message: `The body is nested deeper than ${maxJsonDepth} levels` });
    }
    for (const [key, child] of Object.entries(item.value)) {
      const childPath = path ? `${path}.${key}` : key;
      refuseUnstorable(key, path);
      open.push({ value: child, path: childPath, depth: depth + 1 });
    }
  }
}

/** Throws `invalid` for text with a NUL character or half of a surrogate pair (`\ud83d` alone), which is no character. */
export function refuseUnstorable(text: string, path: string): void {
  if (text.includes('\0')) throw invalid({ path, message: 'must not contain a NUL character' });
  if (!text.isWellFormed()) throw invalid({ path, message: 'must not contain half of a surrogate pair' });
}
