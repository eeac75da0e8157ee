import type { Canonical, RecordModel } from '../../../domain/records/registry.ts';
import { ConnectorError } from '../../errors.ts';
import type { Connector, Credentials, PlatformSession, PulledPage, PullRequest } from '../../types.ts';
import { trytonConnector } from '../connector.ts';

/** A whole pass: its pages, its raw rows by id, and the checkpoint from which the next one finds only what is newer. */
export interface Pass {
  pages: PulledPage[];
  rows: Map<string | null, unknown>;
  checkpoint: unknown;
}

/** Passes of the connector over a running Tryton, as the engine makes them. */
export interface Passes {
  /** In one session that is kept until `close`. */
  pull(model: RecordModel, more?: Partial<PullRequest>): Promise<Pass>;
  /** What changed since the last time that this was asked; everything at first. */
  catchUp(model: RecordModel): Promise<Pass>;
  /** What changed after a pass. */
  pullChanges(model: RecordModel, checkpoint: unknown): Promise<Pass>;
  /** In a session of its own, as another user or with another connector. */
  withSession<T>(
    body: (session: PlatformSession) => Promise<T>,
    options?: { connector?: Connector; as?: { user: string; password: string }; entityId?: string },
  ): Promise<T>;
  close(): Promise<void>;
}

export function passesOf(credentials: Credentials): Passes {
  let shared: PlatformSession | null = null;
  const checkpoints = new Map<RecordModel, unknown>();

  const pull: Passes['pull'] = async (model, more) => {
    shared ??= await trytonConnector.open(credentials, { entityId: null });
    return passOf(shared, model, more);
  };

  return {
    pull,
    catchUp: async (model) => {
      const pass = await pull(model, { cursor: checkpoints.get(model) ?? null });
      checkpoints.set(model, pass.checkpoint);
      return pass;
    },
    pullChanges: (model, checkpoint) => pull(model, { cursor: checkpoint }),
    withSession: async (body, { connector = trytonConnector, as, entityId = null } = {}) => {
      const session = await connector.open({ ...credentials, ...(as && signInOf(as)) }, { entityId });
      try {
        return await body(session);
      } finally {
        await session.close();
      }
    },
    close: async () => shared?.close(),
  };
}

/** The fields of the connect form that a user stands for. */
export const signInOf = ({ user, password }: { user: string; password: string }) => ({ user, password });

/** What asks for everything, as a first sync does. */
export const wholePass = (): PullRequest => ({
  cursor: null,
  full: false,
  syncFrom: null,
  signal: new AbortController().signal,
});

/** One pass in a session. The checkpoint goes through JSON, as the engine keeps it. */
export async function passOf(
  session: PlatformSession,
  model: RecordModel,
  more: Partial<PullRequest> = {},
): Promise<Pass> {
  const pages: PulledPage[] = [];
  for await (const page of session.pull(model, { ...wholePass(), ...more })) {
    pages.push({ ...page, checkpoint: JSON.parse(JSON.stringify(page.checkpoint)) });
  }
  const rows = pages.flatMap((page) => page.records);
  return {
    pages,
    rows: new Map(rows.map((raw) => [trytonConnector.identify(model, raw), raw])),
    checkpoint: settled(pages.at(-1)?.checkpoint),
  };
}

/** As if so much time had gone by that the next pass need not look back, whatever others write meanwhile. */
function settled(checkpoint: unknown): unknown {
  const { mark, ...rest } = checkpoint as { mark: object | null };
  return { ...rest, mark: mark && { ...mark, settled: true } };
}

/** The canonical record of one row of a pass. */
export function mapped<M extends RecordModel>(model: M, pass: Pick<Pass, 'rows'>, id: number): Canonical<M> {
  const raw = pass.rows.get(String(id));
  if (raw === undefined) throw new Error(`${model} ${id} was not read`);
  return trytonConnector.map(model, raw);
}

/** The failure of something that must fail. */
export async function failureOf(promise: Promise<unknown>): Promise<ConnectorError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectorError) return error;
  throw new Error(`Not a ConnectorError: ${error}`);
}
