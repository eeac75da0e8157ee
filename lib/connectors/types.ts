import type { DataModel, Integration, IntegrationCategory, Scope } from '../../db/schema/enums.ts';
import type { Canonical, RecordModel } from '../domain/records/registry.ts';
import type { WritableModel, WriteFields, WriteOperation } from '../domain/writes/write-fields.ts';
import type { FailureEvidence, NextSteps } from './errors.ts';

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

/** So many calls in any stretch of so many seconds. */
export interface CallWindow {
  /** Two or more. */
  calls: number;
  seconds: number;
}

/** What the platform takes before it refuses; empty where it sets no such limit. */
export interface CallLimits {
  /** Of one connection. */
  perConnection: readonly CallWindow[];
  /** Of all connections of this installation together. */
  perApp: readonly CallWindow[];
  /** Calls of one connection that are under way at once. */
  concurrency: number;
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

/** How a model can be written to the platform. */
export interface WriteCapability {
  model: WritableModel;
  operations: readonly WriteOperation[];
  /** Fields that the platform has a place for; any other is refused by its name before something is sent. */
  fields: readonly string[];
  /** What a creation must have beyond what the contract asks for. */
  required: readonly string[];
  /** How long an answer is waited for, in seconds. Before that, and five seconds more, nobody asks what became of it. */
  timeoutSeconds: number;
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
  writable: readonly WriteCapability[];
  rateLimit: CallLimits;
  /** In plain words, what is read, for the connect page. */
  reads: readonly string[];
  /** In plain words, what may be written; empty where nothing is. */
  writes: readonly string[];
  /** What it cannot do, in plain words. */
  limits: readonly string[];
  /** What to do after a failure, where this platform has more to say than the words for all of them. */
  nextSteps?: NextSteps;
  /** Keys that a write's raw_data must have. */
  requiredRawData: Partial<Record<DataModel, readonly string[]>>;
}

/** The models that a definition says it reads. */
export type ModelsOf<D extends ConnectorDefinition> = D['models'][number]['model'];

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

/** One record to write. */
export interface WriteRequest<M extends WritableModel = WritableModel> {
  model: M;
  operation: WriteOperation;
  /** The record's own id on the platform; null when it is made. */
  platformId: string | null;
  fields: WriteFields[M];
  /** What the caller adds for this platform alone; has every key that the definition requires. */
  rawData: Readonly<Record<string, unknown>>;
  /**
   * Names this write on the platform: 26 characters of [0-9a-z], the same at every try. It goes where the platform keeps
   * an external id or a description, so that the record can be found again, and is not shown as part of a field.
   */
  marker: string;
}

/** A platform call that a write consists of, as it would be sent: without credentials. */
export interface PlannedCall {
  method: string;
  /** Path and query; for a remote procedure also its name. */
  path: string;
  body?: unknown;
}

/** What became of a write. `related`: other records that it changed, to be read again (the invoice of a payment). */
export interface WriteResult {
  platformId: string;
  related: readonly { model: RecordModel; platformId: string }[];
}

/** What the platform says of a write whose outcome was not known. */
export type FoundWrite =
  | { state: 'confirmed'; result: WriteResult; evidence: FailureEvidence }
  /** It is not there: sending it again makes it once. */
  | { state: 'absent'; evidence: FailureEvidence }
  /** The platform can't tell; nobody may send it again. */
  | { state: 'unclear'; evidence: FailureEvidence };

/** Writes records to one platform company. */
export interface PlatformWriter {
  /** The calls that `push` would make, in their order. May read from the platform; changes nothing there. */
  plan(request: WriteRequest, signal: AbortSignal): Promise<readonly PlannedCall[]>;
  /**
   * Writes one record and returns when the platform has taken it. Goes on from what an earlier try with the same marker
   * left half done. Throws ConnectorError; its `mayBeDone` says whether the record may have been made all the same.
   */
  push(request: WriteRequest, signal: AbortSignal): Promise<WriteResult>;
  /** Looks for a write by its marker. Throws ConnectorError when the platform can't be asked. */
  find(request: WriteRequest, signal: AbortSignal): Promise<FoundWrite>;
  /** Records by their ids, raw as `pull` yields them; those that are not there are left out. */
  read(model: RecordModel, platformIds: readonly string[], signal: AbortSignal): Promise<readonly unknown[]>;
}

/** An open, signed-in session with one platform company. */
export interface PlatformSession {
  /**
   * Yields pages until the pass is whole. The last page's checkpoint is what the next incremental pass starts from; a
   * pass without records still yields one empty page with a checkpoint. Throws ConnectorError.
   */
  pull(model: RecordModel, request: PullRequest): AsyncIterable<PulledPage>;
  /** Null where the platform is only read. */
  writer: PlatformWriter | null;
  close(): Promise<void>;
}

/** A short-lived token for a platform's API. */
export interface AccessToken {
  token: string;
  expiresAt: Date;
}

/** Where all workers keep a connection's access token together, so that one of them renews it for all. */
export interface TokenKeeper {
  /**
   * The token in force. Where there is none, where it is about to end or is the `refused` one, `renew` is called by one
   * caller alone while the others wait, and what it brings is kept before anybody uses it. Throws what `renew` throws.
   */
  token(renew: () => Promise<AccessToken>, refused: string | null): Promise<string>;
}

/** Something that a platform for practice does wrong on purpose, as it calls it. */
export interface PracticeFault {
  kind: string;
  /** ISO 8601; it is gone from then on. */
  until?: string;
  [setting: string]: unknown;
}

/** Where a platform for practice is told to fail. */
export interface FaultDoor {
  /** The faults of each of its companies, by the company's id there. Throws ConnectorError. */
  faults(): Promise<ReadonlyMap<string, readonly PracticeFault[]>>;
  /** Makes these the only faults of a company. Throws ConnectorError. */
  setFaults(entityId: string, faults: readonly PracticeFault[]): Promise<void>;
}

/** The code behind a definition; reached through the registry by connections, writes and the worker only. */
export interface Connector {
  definition: ConnectorDefinition;
  /** Checks a sign-in against the platform. Throws ConnectorError, with `field` where one field is to blame. */
  connect(input: Credentials): Promise<ConnectResult>;
  /**
   * Signs in for a sync. `expectedEntityId` is the connection's; leading elsewhere throws wrong-company. A platform of
   * short-lived tokens keeps them in `tokens`, where it is given.
   */
  open(credentials: Credentials, expected: { entityId: string | null }, tokens?: TokenKeeper): Promise<PlatformSession>;
  /** The platform's id of a raw record, as well as can be told; used to keep an unmappable one aside. */
  identify(model: RecordModel, raw: unknown): string | null;
  /** Parses and maps one raw record; pure. Throws RecordRejected with the reason and the field. */
  map<M extends RecordModel>(model: M, raw: unknown): Canonical<M>;
  /** Of a platform for practice alone. */
  faultDoor?: FaultDoor;
}
