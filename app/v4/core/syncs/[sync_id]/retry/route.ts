import { retryOneSync } from '@/lib/dialects/core-v4/operations/syncs.ts';
import { serveCore } from '@/lib/dialects/core-v4/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveCore(retryOneSync);
