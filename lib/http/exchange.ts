import { randomUUID } from 'node:crypto';
import { AppError, invalid } from '../errors.ts';
import { checkJson, parseExactly, readBodyText } from './body.ts';
import type { Dialect } from './dialect.ts';
import type { RateState } from './rate-limit.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is read of a request: a web Request, or one that Node's own server took. The address has an origin. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: ReadableStream<Uint8Array> | null;
}

/** A body of none of the media types that are taken. */
export const wrongMediaType = (accepts: readonly string[]) =>
  new AppError('unsupported-media-type', `The Content-Type must be ${accepts.join(' or ')}`, {});

/** One request on its way through: read once, shared by gates, builder and error serialiser. */
export class Exchange {
  readonly request: Asked;
  readonly method: string;
  /** Undecoded, without the query. */
  readonly path: string;
  /** The query without its question mark. */
  readonly search: string;
  /** The caller's X-Request-Id when it is a uuid, else a new one. */
  readonly requestId: string;
  readonly now: Date;
  /** What is left of the limits; one entry a window of the dialect. */
  rates: readonly RateState[] = [];
  /** Who asked, once that is known; for the log. */
  actor: string | undefined;
  /** The body was not read to its end, so that nothing more can come over this connection. */
  bodyCut = false;

  readonly #dialect: Dialect;
  #text: Promise<string> | undefined;
  #json: { value: unknown } | undefined;

  constructor(request: Asked, dialect: Dialect) {
    const { url } = request;
    const start = url.indexOf('/', url.indexOf('//') + 2);
    const question = url.indexOf('?');
    const given = request.headers.get('x-request-id');
    this.request = request;
    this.method = request.method;
    this.path = start < 0 ? '/' : url.slice(start, question < 0 ? undefined : question);
    this.search = question < 0 ? '' : url.slice(question + 1);
    this.requestId = given && uuid.test(given) ? given : randomUUID();
    this.now = dialect.now?.() ?? new Date();
    this.#dialect = dialect;
  }

  header(name: string): string | null {
    return this.request.headers.get(name);
  }

  /** The body's text, empty without one. Throws `payload-too-large`. */
  text(): Promise<string> {
    this.#text ??= readBodyText(this.request, () => {
      this.bodyCut = true;
    });
    return this.#text;
  }

  /** The body's JSON, undefined without a body. Throws `unsupported-media-type` and `invalid`. */
  async json(options: { exactNumbers?: boolean } = {}): Promise<unknown> {
    if (!this.#json) this.#json = { value: this.#parse(await this.text(), options.exactNumbers ?? false) };
    return this.#json.value;
  }

  #parse(text: string, exactNumbers: boolean): unknown {
    if (text === '') return undefined;
    const type = this.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!this.#dialect.accepts.includes(type)) {
      throw wrongMediaType(this.#dialect.accepts);
    }
    let value: unknown;
    try {
      value = exactNumbers ? parseExactly(text) : JSON.parse(text);
    } catch {
      throw invalid({ path: '', message: 'The body is not valid JSON' });
    }
    checkJson(value);
    return value;
  }
}
