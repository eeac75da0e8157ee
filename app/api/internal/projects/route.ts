import { projectListPage } from '@/lib/domain/reference-data/project-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of the projects table. */
export const GET = consoleRoute(({ ctx }, request) => projectListPage(ctx, new URL(request.url).searchParams));
