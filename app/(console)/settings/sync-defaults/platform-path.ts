import type { Integration } from '@/db/schema/enums.ts';

/** The word for a platform in an address: `ms-dynamics-365`. */
export const platformSlug = (integration: Integration): string => integration.toLowerCase().replaceAll('_', '-');

export const defaultsPath = (integration: Integration): string =>
  `/settings/sync-defaults/${platformSlug(integration)}`;
