import { createWebhookConfig, listWebhookConfigs } from '@/lib/dialects/core-v4/operations/webhook-configs.ts';
import { serveCore } from '@/lib/dialects/core-v4/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveCore(createWebhookConfig, listWebhookConfigs);
