import { coreV4DocumentRoute } from '@/lib/dialects/core-v4/document.ts';
import { serveCore } from '@/lib/dialects/core-v4/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveCore(coreV4DocumentRoute);
