import type { StreamMessages } from '../stream.ts';

export type ReadEvent = { [K in keyof StreamMessages]: { event: K; data: StreamMessages[K] } }[keyof StreamMessages];

export interface EventReader {
  /** The next event; null at the end of the stream. */
  next: () => Promise<ReadEvent | null>;
  /** Reads on until one of that name comes. */
  until: <K extends keyof StreamMessages>(event: K) => Promise<StreamMessages[K]>;
  cancel: () => Promise<void>;
}

/** Reads server-sent events one by one, as a browser gets them. */
export function readEvents(stream: ReadableStream<Uint8Array>): EventReader {
  const reader = stream.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let text = '';
  const next = async (): Promise<ReadEvent | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const [first, second] = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        return { event: first?.slice(7), data: JSON.parse(second?.slice(6) ?? '') } as ReadEvent;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += value;
    }
  };
  return {
    next,
    until: async (event) => {
      for (;;) {
        const read = await next();
        if (!read) throw new Error(`The stream ended before ${event}`);
        if (read.event === event) return read.data as never;
      }
    },
    cancel: () => reader.cancel(),
  };
}
