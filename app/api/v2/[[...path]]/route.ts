import { serveJsonApi } from '@/lib/dialects/jsonapi-v2/route.ts';

/** Whatever is no path of the JSON:API gets its own 404. */
export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveJsonApi();
