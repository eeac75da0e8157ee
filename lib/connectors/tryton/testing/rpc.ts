/** A second, independent client of Tryton, with which tests write into it and read back what is there. */
export interface Rpc {
  /** A model's method with the company's context as the last argument. */
  call(method: string, ...args: readonly unknown[]): Promise<unknown>;
  /** The same with more context, as wizards need it. */
  callWith(context: object, method: string, ...args: readonly unknown[]): Promise<unknown>;
  create(model: string, ...values: readonly object[]): Promise<number[]>;
  write(model: string, ids: readonly number[], values: object): Promise<void>;
  remove(model: string, ids: readonly number[]): Promise<void>;
  read(model: string, domain: readonly unknown[], fields: readonly string[]): Promise<Fields[]>;
}

/** A row as it came. Tests know what they asked for. */
export type Fields = Record<string, unknown> & { id: number };

export interface PeerSettings {
  url: string;
  database: string;
  user: string;
  password: string;
}

export const decimal = (text: string) => ({ __class__: 'Decimal', decimal: text });

export const date = (text: string) => {
  const [year, month, day] = text.split('-').map(Number);
  return { __class__: 'date', year, month, day };
};

/**
 * Repeats what clashed with somebody else's booking at the same moment: Tryton refuses one of both in words, or fails on
 * the database's. Nothing is booked then.
 */
export async function repeatOnClash<T>(body: () => Promise<T>, times = 5): Promise<T> {
  try {
    return await body();
  } catch (error) {
    const isClash = error instanceof Error && /one journal per period|could not serialize|deadlock/.test(error.message);
    if (!isClash || times <= 1) throw error;
    return repeatOnClash(body, times - 1);
  }
}

/** Signs in; signs in again when the session has gone stale, as Tryton wants it for posting and paying. */
export async function openRpc(settings: PeerSettings): Promise<Rpc> {
  let authorization = await signIn(settings);
  const ask = async (method: string, params: readonly unknown[]) => {
    const first = await post(settings, method, params, authorization);
    if (first.status !== 401) return first.result();
    authorization = await signIn(settings);
    return (await post(settings, method, params, authorization)).result();
  };
  const preferences = (await ask('model.res.user.get_preferences', [true, {}])) as Fields;
  const context = { ...preferences, active_test: false };
  const callWith: Rpc['callWith'] = (more, method, ...args) => ask(method, [...args, { ...context, ...more }]);
  const call: Rpc['call'] = (method, ...args) => callWith({}, method, ...args);
  return {
    call,
    callWith,
    create: async (model, ...values) => (await call(`model.${model}.create`, values)) as number[],
    write: async (model, ids, values) => {
      await call(`model.${model}.write`, ids, values);
    },
    remove: async (model, ids) => {
      await call(`model.${model}.delete`, ids);
    },
    read: async (model, domain, fields) =>
      (await call(`model.${model}.search_read`, domain, 0, null, [['id', 'ASC']], fields)) as Fields[],
  };
}

async function signIn(settings: PeerSettings): Promise<string> {
  const answer = await post(settings, 'common.db.login', [settings.user, { password: settings.password }, 'en']);
  const [userId, token] = answer.result() as [number, string];
  return `Session ${Buffer.from(`${settings.user}:${userId}:${token}`).toString('base64')}`;
}

async function post(settings: PeerSettings, method: string, params: readonly unknown[], authorization?: string) {
  const response = await fetch(`${settings.url.replace(/\/+$/, '')}/${settings.database}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: JSON.stringify({ id: 1, method, params }),
  });
  const text = await response.text();
  return {
    status: response.status,
    result: (): unknown => {
      if (response.status !== 200) throw new Error(`${method}: HTTP ${response.status}`);
      const answer = JSON.parse(text) as { result?: unknown; error?: unknown[] };
      if (answer.error) throw new Error(`${method}: ${JSON.stringify(answer.error).slice(0, 500)}`);
      return answer.result;
    },
  };
}
