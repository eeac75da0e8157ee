import { z } from 'zod';
import type { StoredFailure } from '../../../db/schema/connections.ts';
import type {
  ConnectionStatus,
  Integration,
  IntegrationCategory,
  InviteLinkStatus,
  SyncState,
} from '../../../db/schema/enums.ts';
import type { Pause } from '../pauses/schema.ts';

export const companyName = z.string().trim().min(1, 'must not be empty').max(255, 'must have at most 255 characters');

export const renameCompanyInput = z.object({ companyId: z.number().int().positive(), name: companyName });
export type RenameCompanyInput = z.infer<typeof renameCompanyInput>;

/** Whether something is going on at a connection, as lists filter by it. */
export type SyncActivity = 'IDLE' | 'SYNCING';

export type CompanySort = 'id' | 'name' | 'lastSyncedAt';

/** What a list of companies can be asked for. Cursors are those of the same sort. */
export interface ListCompaniesInput {
  limit: number;
  /** The last row seen: its id, and with a sort other than id its sort value. */
  cursor?: { id: number; value?: string | null };
  /** Part of a name, or a whole numeric id. */
  search?: string;
  /** Any of these; null stands for a company that never connected. */
  connectionStatus?: readonly (ConnectionStatus | null)[];
  /** Any of these. */
  integration?: readonly Integration[];
  integrationCategory?: IntegrationCategory;
  syncState?: SyncActivity;
  /** Any of these, whatever their case and accents. */
  tags?: readonly string[];
  /** Any of these. */
  defaultCurrency?: readonly string[];
  /** Any of these. */
  defaultSubsidiaryId?: readonly number[];
  /** Any of these. */
  defaultTaxRateId?: readonly number[];
  /** Any of these. */
  defaultDocumentTypeId?: readonly number[];
  /** Any of these. */
  chainId?: readonly string[];
  /** Default active. */
  status?: 'active' | 'archived' | 'all';
  /** Default id. */
  sort?: CompanySort;
  /** Default desc. */
  direction?: 'asc' | 'desc';
}

export interface ConnectionView {
  /** `"{companyId}_{INTEGRATION}"`. */
  id: string;
  companyId: number;
  organisationId: number;
  integration: Integration;
  category: IntegrationCategory;
  entityId: string | null;
  entityName: string | null;
  status: ConnectionStatus;
  statusSince: Date;
  syncState: SyncState;
  syncResumeAt: Date | null;
  lastSyncedAt: Date | null;
  failure: StoredFailure | null;
  failureSince: Date | null;
  /** A person stopped its syncs; null while nobody did. */
  pause: Pause | null;
  /** Client-safe settings; empty after a disconnect. */
  variables: Record<string, string>;
  createdAt: Date;
  updatedAt: Date;
}

export interface CompanyView {
  id: number;
  uuid: string;
  organisationId: number;
  number: number;
  companyCode: string;
  name: string;
  tagList: string[];
  integration: Integration | null;
  integrationCategory: IntegrationCategory | null;
  /** From the invite link. */
  syncFrom: Date | null;
  hasActiveSync: boolean;
  modelsEnabled: number;
  createdAt: Date;
  updatedAt: Date;
  lastActivityAt: Date;
  archivedAt: Date | null;
  inviteLink: { id: string; status: InviteLinkStatus; expiresAt: Date | null; openedCount: number } | null;
  /** Null only if the company never connected. */
  connection: ConnectionView | null;
}
