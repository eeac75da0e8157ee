import { projectListPage } from '@/lib/domain/reference-data/project-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of the projects table. */
export const GET = consoleRoute((session, request) => {
  const query = new URL(request.url).searchParams;
  return projectListPage(session.ctx, { q: query.get('q') ?? '', after: query.get('after') });
});
