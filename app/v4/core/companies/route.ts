import { listCompanies } from '@/lib/dialects/core-v4/operations/companies.ts';
import { serveCore } from '@/lib/dialects/core-v4/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveCore(listCompanies);
