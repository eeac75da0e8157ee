import { projectListCount } from '@/lib/domain/reference-data/project-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** How many projects the search of the table leaves. */
export const GET = consoleRoute(({ ctx }, request) => projectListCount(ctx, new URL(request.url).searchParams));
