import { replayWebhookLog } from '@/lib/dialects/core-v4/operations/webhook-logs.ts';
import { serveCore } from '@/lib/dialects/core-v4/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveCore(replayWebhookLog);
