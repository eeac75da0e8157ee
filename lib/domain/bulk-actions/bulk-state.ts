import type { BulkActionKind, BulkActionStatus } from '../../../db/schema/enums.ts';
import type { Permission } from '../../auth/permissions.ts';

/** How a bulk action may go on. */
export const bulkTransitions: Record<BulkActionStatus, readonly BulkActionStatus[]> = {
  QUEUED: ['RUNNING', 'CANCELLED'],
  RUNNING: ['DONE', 'CANCELLED'],
  DONE: [],
  CANCELLED: [],
};

/** The statuses that may become one. */
export const statusesBefore = (status: BulkActionStatus): BulkActionStatus[] =>
  (Object.keys(bulkTransitions) as BulkActionStatus[]).filter((before) => bulkTransitions[before].includes(status));

/** What takes an action back; nothing does where what it takes away is gone for good. */
export const inverseOf: Partial<Record<BulkActionKind, BulkActionKind>> = {
  ARCHIVE: 'RESTORE',
  RESTORE: 'ARCHIVE',
  SYNC: 'CANCEL_SYNC',
  PAUSE: 'RESUME',
  RESUME: 'PAUSE',
  TAG: 'UNTAG',
  UNTAG: 'TAG',
};

/** What each asks for, as it does for one company. */
export const permissionOf: Record<BulkActionKind, Permission> = {
  ARCHIVE: 'companies.write',
  RESTORE: 'companies.write',
  SYNC: 'syncs.write',
  CANCEL_SYNC: 'syncs.write',
  PAUSE: 'sync-config.write',
  RESUME: 'sync-config.write',
  TAG: 'companies.write',
  UNTAG: 'companies.write',
  DISCONNECT: 'connections.write',
};
