import type { Canonical, RecordModel } from '../../domain/records/registry.ts';
import { ConnectorError, type FailureClass } from '../errors.ts';
import type { Connector, Credentials, PlatformSession, PulledPage, PullRequest, WriteRequest } from '../types.ts';

/** Classes of failure that a platform is made to answer with. The others follow from what is asked of it. */
export type AnsweredClass = Exclude<FailureClass, 'wrong-company' | 'record-refused'>;

/** An invoice over one line. */
export interface SampleInvoice {
  /** ISO 4217. */
  currency: string;
  /** Decimal text. */
  amount: string;
  /** `YYYY-MM-DD` */
  date: string;
}

/**
 * What the suite needs of a platform and its connector. Records of others may be there as well: tests speak of their own
 * alone. Null stands for what the platform, or what stands in for it, does not have.
 */
export interface ConformancePlatform {
  /** Its pages of contacts should be small, so that a few contacts fill several. */
  connector: Connector;
  /** Contacts a page. */
  pageSize: number;
  credentials: Credentials;
  entityId: string;
  /** Made in one moment, in this order; their ids. */
  makeContacts(names: readonly string[]): Promise<string[]>;
  renameContact(id: string, name: string): Promise<unknown>;
  deleteContact: ((id: string) => Promise<unknown>) | null;
  /** The sign-in of a company that has no contact at all. */
  empty: (() => Promise<Credentials>) | null;
  /** Makes an invoice that is to be paid; its id. Currencies that the company has, the first with two decimals. */
  invoices: { currencies: readonly string[]; make: (invoice: SampleInvoice) => Promise<string> } | null;
  /** Makes the next calls fail, and undoes it. A text says why the platform never answers so. */
  failures: Record<AnsweredClass, (() => Promise<() => unknown>) | string>;
  writing: WritingPlatform | null;
}

export interface WritingPlatform {
  /** A write that can be carried out, each time another one. */
  request(marker: string): Promise<WriteRequest>;
  /** One that the platform refuses for its data. */
  refused(marker: string): Promise<WriteRequest>;
  /** How many records the platform has of a write that was asked for. */
  count(request: WriteRequest): Promise<number>;
}

/** What of a pull a test cares about. */
export interface ConformancePass {
  pages: readonly PulledPage[];
  /** Raw records by their id; the last of those that came more than once. */
  rows: Map<string | null, unknown>;
  ids: (string | null)[];
  checkpoint: unknown;
}

const never = new AbortController().signal;

export const wholeRequest = (more: Partial<PullRequest> = {}): PullRequest => ({
  cursor: null,
  full: false,
  syncFrom: null,
  signal: never,
  ...more,
});

/** Something done in a session of its own. */
export async function inSession<T>(
  { connector, credentials, entityId }: Pick<ConformancePlatform, 'connector' | 'credentials' | 'entityId'>,
  work: (session: PlatformSession) => Promise<T>,
): Promise<T> {
  const session = await connector.open(credentials, { entityId });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** One pass of a model. Checkpoints go through JSON, as the engine keeps them. */
export async function passOf(
  platform: Pick<ConformancePlatform, 'connector' | 'credentials' | 'entityId'>,
  model: RecordModel,
  more: Partial<PullRequest> & { afterPage?: (place: number, page: PulledPage) => Promise<unknown> } = {},
): Promise<ConformancePass> {
  const { afterPage, ...request } = more;
  const pages = await inSession(platform, async (session) => {
    const read: PulledPage[] = [];
    for await (const page of session.pull(model, wholeRequest(request))) {
      read.push({ ...page, checkpoint: JSON.parse(JSON.stringify(page.checkpoint)) });
      await afterPage?.(read.length, page);
    }
    return read;
  });
  const records = pages.flatMap((page) => page.records);
  const ids = records.map((raw) => platform.connector.identify(model, raw));
  const rows = new Map(records.map((raw, place) => [ids[place] ?? null, raw]));
  return { pages, ids, rows, checkpoint: pages.at(-1)?.checkpoint };
}

/** A record of a pass as it would be stored. */
export function mappedOf<M extends RecordModel>(
  { connector }: Pick<ConformancePlatform, 'connector'>,
  model: M,
  pass: Pick<ConformancePass, 'rows'>,
  id: string,
): Canonical<M> {
  const raw = pass.rows.get(id);
  if (raw === undefined) throw new Error(`${model} ${id} was not read`);
  return connector.map(model, raw);
}

/** The failure of something that must fail, by a connector's own error. */
export async function failureOf(work: Promise<unknown>): Promise<ConnectorError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectorError) return error;
  throw new Error(`Not a ConnectorError: ${error}`);
}

let markers = 0;

/** A marker as the engine makes them, different in every run. */
export const newMarker = (): string =>
  `${Date.now().toString(36)}${String(++markers).padStart(3, '0')}`.padStart(26, 'c');

/** A contact that is to be made. */
export const newContact = (fields: WriteRequest<'CONTACT'>['fields'], marker: string): WriteRequest<'CONTACT'> => ({
  model: 'CONTACT',
  operation: 'create',
  platformId: null,
  fields,
  rawData: {},
  marker,
});
