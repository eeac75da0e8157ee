import type { SignedIn } from '../auth/session-gate.ts';
import { log } from '../log.ts';
import { gatedRoute, uncached } from './console-route.ts';
import { forLog } from './fault.ts';

/** A file to download, a part of its text at a time. */
export interface TextFile {
  /** Of the file, without day and ending: `companies`. */
  name: string;
  ending: 'csv' | 'ndjson';
  contentType: string;
  parts: AsyncIterable<string>;
}

/**
 * A route that streams a file, however long: a part is read when the browser has taken the one before. The first is read
 * before the answer begins, so that a fault then has a status; a later one breaks the download off, which the browser
 * reports, rather than leave a file that looks whole.
 */
export function fileRoute<P = Record<never, string>>(
  open: (session: SignedIn, request: Request, params: P) => TextFile | Promise<TextFile>,
) {
  return gatedRoute<P>(async (session, request, params) => {
    const { name, ending, contentType, parts } = await open(session, request, params);
    const iterator = parts[Symbol.asyncIterator]();
    const first = await iterator.next();
    const day = session.ctx.now.toISOString().slice(0, 10);
    return new Response(streamOf(iterator, first), {
      headers: {
        ...uncached,
        'content-type': `${contentType}; charset=utf-8`,
        'content-disposition': `attachment; filename="${name}-${day}.${ending}"`,
      },
    });
  });
}

function streamOf(parts: AsyncIterator<string>, first: IteratorResult<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting: IteratorResult<string> | null = first;
  return new ReadableStream({
    async pull(controller) {
      try {
        const part: IteratorResult<string> = waiting ?? (await parts.next());
        waiting = null;
        if (part.done) controller.close();
        else controller.enqueue(encoder.encode(part.value));
      } catch (error) {
        log().error({ err: forLog(error) }, 'an export broke off');
        controller.error(error);
      }
    },
    // The browser has gone: nothing more is read.
    async cancel() {
      await parts.return?.();
    },
  });
}
