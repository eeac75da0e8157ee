import { stillHolds } from '@/lib/auth/session-gate.ts';
import { moveStream } from '@/lib/events/stream.ts';
import { gatedRoute } from '@/lib/http/console-route.ts';

const headers = {
  'content-type': 'text/event-stream',
  // Neither kept nor packed on its way: an event that waits for more of its kind comes too late.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * What moves in the organisation that the browser looks at, for as long as it may know. `since`: when what it shows was
 * read, in ms; without it, or with anything else, it is told that everything may have moved.
 */
export const GET = gatedRoute<Record<never, string>>(async (session, request) => {
  const stream = moveStream({
    organisationId: session.organisation.id,
    since: Number(new URL(request.url).searchParams.get('since')) || undefined,
    signal: request.signal,
    mayGoOn: () => stillHolds(request, session),
  });
  return new Response(stream, { headers });
});
