import {
  getOrganizationSyncConfig,
  updateOrganizationSyncConfig,
} from '@/lib/dialects/core-v4/operations/sync-defaults.ts';
import { serveCore } from '@/lib/dialects/core-v4/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveCore(
  getOrganizationSyncConfig,
  updateOrganizationSyncConfig,
);
