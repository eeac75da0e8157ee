import type { Route } from '../../http/route.ts';
import {
  archiveOneCompany,
  disconnectOneCompany,
  getOneCompany,
  listCompanies,
  restoreOneCompany,
  updateCompany,
  updateCompanySyncConfig,
} from './operations/companies.ts';
import {
  createInviteLink,
  getOneInviteLink,
  listInviteLinks,
  revokeInviteLink,
  updateInviteLink,
} from './operations/invite-links.ts';
import { oneRecords, recordLists } from './operations/records.ts';
import { getOrganizationSyncConfig, updateOrganizationSyncConfig } from './operations/sync-defaults.ts';
import { cancelOneSync, createSync, getOneSync, listSyncs, retryOneSync } from './operations/syncs.ts';
import {
  createWebhookConfig,
  deleteWebhookConfig,
  listWebhookConfigs,
  updateWebhookConfig,
} from './operations/webhook-configs.ts';
import { getWebhookLog, listWebhookLogs, replayWebhookLog } from './operations/webhook-logs.ts';
import { createContact, createInvoicePayment, patchContact, putContact } from './operations/writes.ts';

/** Every operation of the Core API: for its document, the generated tests, and a server that mounts it without Next. */
export const coreV4Routes: readonly Route[] = [
  listCompanies,
  getOneCompany,
  updateCompany,
  archiveOneCompany,
  updateCompanySyncConfig,
  disconnectOneCompany,
  restoreOneCompany,
  createInviteLink,
  listInviteLinks,
  getOneInviteLink,
  updateInviteLink,
  revokeInviteLink,
  createSync,
  listSyncs,
  getOneSync,
  cancelOneSync,
  retryOneSync,
  listWebhookConfigs,
  createWebhookConfig,
  updateWebhookConfig,
  deleteWebhookConfig,
  listWebhookLogs,
  getWebhookLog,
  replayWebhookLog,
  getOrganizationSyncConfig,
  updateOrganizationSyncConfig,
  createContact,
  patchContact,
  putContact,
  createInvoicePayment,
  ...recordLists,
  ...oneRecords,
];
