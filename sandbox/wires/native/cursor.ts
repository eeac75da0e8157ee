import type { Model } from '../../state/book.ts';
import type { Position } from '../../state/table.ts';

/** Where a walk goes on: after which record, on which page (counted from 1) that will be. */
export interface WalkPosition extends Position {
  page: number;
}

const isoStamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** An opaque text that only fits the model it was made for. */
export function encodeCursor(model: Model, at: WalkPosition): string {
  return Buffer.from(JSON.stringify([model, at.modified, at.id, at.page])).toString('base64url');
}

/** Null where the text is no cursor of that model. */
export function decodeCursor(model: Model, text: string): WalkPosition | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 4) return null;
  const [of, modified, id, page] = parts as unknown[];
  if (of !== model || typeof modified !== 'string' || !isoStamp.test(modified)) return null;
  if (!Number.isSafeInteger(id) || !Number.isSafeInteger(page)) return null;
  return { modified, id: id as number, page: page as number };
}
