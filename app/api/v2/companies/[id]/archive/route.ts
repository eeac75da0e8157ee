import { archiveOneCompany } from '@/lib/dialects/jsonapi-v2/operations/companies.ts';
import { serveJsonApi } from '@/lib/dialects/jsonapi-v2/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveJsonApi(archiveOneCompany);
