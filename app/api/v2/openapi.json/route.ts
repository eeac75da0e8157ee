import { jsonApiV2DocumentRoute } from '@/lib/dialects/jsonapi-v2/document.ts';
import { serveJsonApi } from '@/lib/dialects/jsonapi-v2/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveJsonApi(jsonApiV2DocumentRoute);
