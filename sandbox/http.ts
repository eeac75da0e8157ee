import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request, before anything of it is trusted. */
export interface Call {
  method: string;
  url: URL;
  /** Path segments, decoded. */
  path: string[];
  header(name: string): string | null;
  /** The body as text; at most 1 MiB. */
  text(): Promise<string>;
  /** Aborted when the sandbox stops or the caller has gone. */
  signal: AbortSignal;
  /** Aborted when the sandbox stops: for work that goes on although its caller has gone. */
  stopping: AbortSignal;
}

/** What goes back. `cut` sends half the body: as a whole answer (`truncate`) or with the line going dead (`hang-up`). */
export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  cut?: 'truncate' | 'hang-up';
  /** For the call log. */
  book?: string;
}

/** A request that is not served, with the code that goes into the error body. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  readonly book: string | undefined;
  /** The field of the body that is to blame, dotted where it is an inner one. */
  readonly field: string | undefined;
  /** The id of the record that stands in the way. */
  readonly record: string | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { headers?: Record<string, string>; book?: string; field?: string; record?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = more.headers ?? {};
    this.book = more.book;
    this.field = more.field;
    this.record = more.record;
  }
}

const maxBodyBytes = 1024 * 1024;

/** Makes a Call of Node's request. Throws Refusal for a URL or path that can't be decoded. */
export function readCall(request: IncomingMessage, signals: Pick<Call, 'signal' | 'stopping'>): Call {
  const raw = request.url ?? '/';
  if (!raw.startsWith('/') || !URL.canParse(raw, 'http://sandbox'))
    throw new Refusal(400, 'bad_url', 'The URL is not valid');
  const url = new URL(raw, 'http://sandbox');
  return {
    method: request.method ?? 'GET',
    url,
    path: url.pathname.split('/').slice(1).map(decodeSegment),
    header: (name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : null;
    },
    text: () => readText(request),
    ...signals,
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, 'bad_url', 'The path is not valid');
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) throw new Refusal(413, 'body_too_large', 'The body is larger than 1 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The JSON body of a call. Throws Refusal where it is something else. */
export async function readJson(call: Call): Promise<unknown> {
  const type = call.header('content-type')?.split(';')[0]?.trim();
  if (type !== 'application/json') throw new Refusal(415, 'unsupported_media_type', 'Send application/json');
  const text = await call.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'bad_json', 'The body is not JSON');
  }
}

/** Writes an answer as JSON. */
export function send(response: ServerResponse, answer: Answer): void {
  if (answer.status === 204) {
    response.writeHead(204, answer.headers).end();
    return;
  }
  const whole = Buffer.from(JSON.stringify(answer.body));
  const body = answer.cut ? whole.subarray(0, Math.floor(whole.byteLength / 2)) : whole;
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(answer.cut === 'hang-up' ? whole.byteLength : body.byteLength),
    'cache-control': 'no-store',
  });
  if (answer.cut === 'hang-up') response.write(body, () => response.destroy());
  else response.end(body);
}

/** The error body of every wire and of `_admin`. */
export function refusalAnswer(refusal: Refusal): Answer {
  return {
    status: refusal.status,
    headers: refusal.headers,
    // What is undefined is left out of the JSON.
    body: {
      error: { code: refusal.code, message: refusal.message, field: refusal.field, record: refusal.record },
    },
    book: refusal.book,
  };
}

/** A method that a path does not have. */
export const methodNotAllowed = (allow: string) =>
  new Refusal(405, 'method_not_allowed', `Only ${allow} here`, { headers: { allow } });
