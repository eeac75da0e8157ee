import { cleanText } from '../records/clean-text.ts';

export const hidden = '[hidden]';

/** Shorter values can't be told from ordinary words. */
const shortestSecret = 4;

/** Names, in JSON, forms, XML and headers alike, whose value is a secret. */
const secretName =
  'authori[sz]ation|passw(?:or)?d|passphrase|secret|token|api[_-]?key|private[_-]?key|credential|cookie|session[_-]?(?:id|key)|assertion|signature';
/** Names that are secrets in a query or a form alone: elsewhere a code is a currency's or an account's. */
const secretParameter = `${secretName}|code|code_verifier|oauth_[a-z_]+|sig|jwt`;

const string = String.raw`"(?:[^"\\]|\\.)*(?:"|$)`;
const jsonValue = new RegExp(
  String.raw`(\\{0,8}"[\w.$-]{0,60}(?:${secretName})[\w.$-]{0,60}\\{0,8}"\s{0,9}:\s{0,9})(?:${string}|\\"(?:[^"\\]|\\[^"])*(?:\\"|$)|\[[^\]]*(?:\]|$)|\{[^}]*(?:\}|$)|[^\s,}\]]+)`,
  'gi',
);
const xmlValue = new RegExp(
  String.raw`(<(?:[\w-]+:)?([\w.-]{0,60}(?:${secretName})[\w.-]{0,60})(?:\s[^>]{0,200})?>)[^<]*`,
  'gi',
);
const parameter = new RegExp(
  String.raw`((?:^|[?&;\s])[\w.\[\]-]{0,60}(?:${secretParameter})[\w.\[\]-]{0,60}=)[^&;\s"'<]*`,
  'gi',
);
const headerValue = /\b((?:Bearer|Basic|Session|OAuth|Digest)\s+)[\w.~+/=-]{8,}/g;

/** Takes the secrets out of what was sent and answered: by their names, and by the values that are known to be secret. */
export interface Redactor {
  /** At most `limit` characters of a text. A secret that lies across the cut goes with it. */
  text(text: string, limit: number): string;
  /** Path and query. */
  path(url: URL): string;
  /** Adds a value that was seen to be secret, such as a session's token in a header. */
  learn(secret: string): void;
}

export function redactor(secrets: readonly string[]): Redactor {
  const values = new Set(secrets.flatMap(spellings));
  let longest = Math.max(0, ...[...values].map((value) => value.length));
  const hide = (text: string): string => {
    let rest = text;
    for (const value of [...values].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(value, hidden);
    return rest
      .replace(headerValue, `$1${hidden}`)
      .replace(jsonValue, `$1"${hidden}"`)
      .replace(xmlValue, `$1${hidden}`)
      .replace(parameter, `$1${hidden}`);
  };
  return {
    text: (text, limit) => {
      if (text.length <= limit) return cleanText(hide(text));
      // What lies beyond the limit is read as far as a secret may reach into it, and is then dropped: a secret that the
      // cut divides would not be known by its value.
      const shown = hide(text.slice(0, limit + longest));
      return cleanText(shown.slice(0, Math.max(0, Math.min(limit, shown.length - longest))));
    },
    path: (url) => cleanText(hide(`${url.pathname}${url.search}`)),
    learn: (secret) => {
      for (const value of spellings(secret)) {
        values.add(value);
        longest = Math.max(longest, value.length);
      }
    },
  };
}

/** A secret as it may stand in JSON, in an address, in a form and in a Basic header. */
function spellings(secret: string): string[] {
  if (secret.length < shortestSecret) return [];
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  const spelled = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
    form,
    Buffer.from(secret).toString('base64'),
  ];
  return [...new Set(spelled)];
}
