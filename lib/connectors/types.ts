import type { DataModel, Integration, IntegrationCategory, Scope } from '../../db/schema/enums.ts';
import type { Canonical, RecordModel } from '../domain/records/registry.ts';

/** A field of the credentials form that the customer fills in. */
export interface CredentialField {
  name: string;
  label: string;
  type: 'text' | 'url' | 'password';
  help?: string;
  placeholder?: string;
  required: boolean;
  /** Secret fields are sealed and never come back; the others may be shown as the connection's `variables`. */
  secret: boolean;
  autoComplete?: string;
}

/** How a model can be read from the platform. */
export interface ModelCapability {
  model: RecordModel;
  /** False: every pass reads everything, and the hash tells what changed. */
  incremental: boolean;
  pageSize: number;
  /** Whether a record's date lets `syncFrom` leave out older ones. */
  honoursSyncFrom: boolean;
}

/**
 * What a platform is and can do: pure data, read by the connect page, the console, the API document and the engine.
 */
export interface ConnectorDefinition {
  integration: Integration;
  category: IntegrationCategory;
  /** The platform's name as people say it. */
  name: string;
  /** Two letters for the tile. */
  monogram: string;
  /** One line for the platform choice. */
  description: string;
  auth: { kind: 'credentials'; fields: readonly CredentialField[] };
  models: readonly ModelCapability[];
  /** Children that come inside those models. */
  childModels: readonly DataModel[];
  scopes: readonly Scope[];
  rateLimit: { requestsPerMinute: number | null; concurrency: number };
  /** In plain words, what is read, for the connect page. */
  reads: readonly string[];
  /** In plain words, what may be written; empty where nothing is. */
  writes: readonly string[];
  /** What it cannot do, in plain words. */
  limits: readonly string[];
  /** Keys that a write's raw_data must have. */
  requiredRawData: Partial<Record<DataModel, readonly string[]>>;
}

export type Credentials = Readonly<Record<string, string>>;

/** What a checked sign-in says: what to seal, what may be shown, and which company of the platform it leads to. */
export interface ConnectResult {
  /** Sealed as they are. */
  credentials: Credentials;
  /** Client-safe settings, shown in the console and API. */
  variables: Record<string, string>;
  /** The company's id on the platform; a re-connection must lead to the same one. */
  entityId: string;
  entityName: string;
}

export interface PullRequest {
  /** The checkpoint of the last stored page, or what the last whole pass ended with; null reads everything. */
  cursor: unknown;
  /** True: read everything, whatever the cursor of earlier passes (the cursor given is only a resume point). */
  full: boolean;
  /** Leave out records dated before this, where the model has a date. */
  syncFrom: Date | null;
  /** Aborted when the sync is cancelled or the worker stops. */
  signal: AbortSignal;
}

/** One page as it came, before parsing: the engine parses and maps record by record. */
export interface PulledPage {
  records: readonly unknown[];
  /** JSON. Pulling again with this as `cursor` goes on after this page. */
  checkpoint: unknown;
}

/** An open, signed-in session with one platform company. */
export interface PlatformSession {
  /**
   * Yields pages until the pass is whole. The last page's checkpoint is what the next incremental pass starts from; a
   * pass without records still yields one empty page with a checkpoint. Throws ConnectorError.
   */
  pull(model: RecordModel, request: PullRequest): AsyncIterable<PulledPage>;
  close(): Promise<void>;
}

/** The code behind a definition; reached through the registry by connections, writes and the worker only. */
export interface Connector {
  definition: ConnectorDefinition;
  /** Checks a sign-in against the platform. Throws ConnectorError, with `field` where one field is to blame. */
  connect(input: Credentials): Promise<ConnectResult>;
  /**
   * Signs in for a sync. `expectedEntityId` is the connection's; leading elsewhere throws wrong-company.
   */
  open(credentials: Credentials, expected: { entityId: string | null }): Promise<PlatformSession>;
  /** The platform's id of a raw record, as well as can be told; used to keep an unmappable one aside. */
  identify(model: RecordModel, raw: unknown): string | null;
  /** Parses and maps one raw record; pure. Throws RecordRejected with the reason and the field. */
  map<M extends RecordModel>(model: M, raw: unknown): Canonical<M>;
}
