import { companyListPage } from '@/lib/domain/companies/company-list.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** A page of the companies table. */
export const GET = consoleRoute(({ ctx }, request) => companyListPage(ctx, new URL(request.url).searchParams));
