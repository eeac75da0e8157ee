import { serveConnector } from '@/lib/dialects/connector-v1/route.ts';

/** Whatever is no path of the Connector API gets its own 404. */
export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveConnector();
