import { AppError, notFound } from '../errors.ts';
import { httpMethods } from './operation.ts';
import { decode } from './path.ts';

const known = new Set<string>([...httpMethods, 'HEAD', 'OPTIONS']);

/**
 * Why a request can't be handed to a route: its method is none that a Request can carry (TRACE) or that any route has,
 * or its path has a word that is empty, leads elsewhere (`..`) or can't be decoded. A router in front answers such in
 * words of its own (a redirect, a plain 400 or 500), so that whoever speaks a dialect refuses them before. Null: it may
 * pass.
 */
export function misfit(method: string, url: string): AppError | null {
  if (!known.has(method)) {
    return new AppError('method-not-allowed', `${method} is not allowed here`, { allow: [...known] });
  }
  const [path = ''] = url.split('?', 1);
  const words = path.slice(1).split(/[/\\]/);
  return words.every((word) => isPlain(decode(word))) ? null : notFound('Path');
}

const isPlain = (word: string | null) => Boolean(word) && word !== '.' && word !== '..';
