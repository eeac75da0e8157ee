import { serveCore } from '@/lib/dialects/core-v4/route.ts';

/** Whatever is no path of the Core API gets its own 404. */
export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveCore();
