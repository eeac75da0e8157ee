import { updateOneCompany } from '@/lib/dialects/connector-v1/operations/companies.ts';
import { serveConnector } from '@/lib/dialects/connector-v1/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveConnector(updateOneCompany);
