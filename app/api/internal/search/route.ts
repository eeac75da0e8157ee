import { findAnything } from '@/lib/domain/search/data.ts';
import { searchInput } from '@/lib/domain/search/schema.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** What the command menu finds. */
export const GET = consoleRoute((session, request) =>
  findAnything(session.ctx, searchInput.parse(Object.fromEntries(new URL(request.url).searchParams))),
);
