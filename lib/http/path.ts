/** A path with named places, as a declaration writes it: `/core/companies/{company_id}`. */
export interface PathPattern {
  readonly source: string;
  readonly segments: readonly PathSegment[];
}

interface PathSegment {
  readonly name: string;
  readonly isParam: boolean;
}

/** Compiles a declared path once, so that a request only compares words. */
export function compilePath(source: string): PathPattern {
  const segments = splitPath(source).map((segment) =>
    segment.startsWith('{') && segment.endsWith('}')
      ? { name: segment.slice(1, -1), isParam: true }
      : { name: segment, isParam: false },
  );
  return { source, segments };
}

/** The words of a path, undecoded: `/a/b` has two, and a trailing slash makes an empty third. */
export const splitPath = (path: string): string[] => path.slice(1).split('/');

/** The named values of a path that fits the pattern; null when it doesn't. */
export function matchPath({ segments }: PathPattern, words: readonly string[]): Record<string, string> | null {
  if (segments.length !== words.length) return null;
  if (!segments.every((segment, at) => segment.isParam || segment.name === words[at])) return null;
  const params: Record<string, string> = {};
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at];
    if (!segment?.isParam) continue;
    const value = decode(words[at] ?? '');
    if (!value) return null;
    params[segment.name] = value;
  }
  return params;
}

/** A word of a path decoded; null when it can't be. */
export function decode(word: string): string | null {
  if (!word.includes('%')) return word;
  try {
    return decodeURIComponent(word);
  } catch {
    return null;
  }
}

/** A path and query as they came, or with every `%` of its path meaning itself where the path can't be decoded. */
export function decodablePath(url: string): string {
  const [path = '', ...query] = url.split('?');
  if (decode(path) !== null) return url;
  return [path.replaceAll('%', '%25'), ...query].join('?');
}
