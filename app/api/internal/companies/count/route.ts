import { companyListCount } from '@/lib/domain/companies/company-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** How many companies the search and filters of the table leave. */
export const GET = consoleRoute(({ ctx }, request) => companyListCount(ctx, new URL(request.url).searchParams));
