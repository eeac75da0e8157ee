import { randomBytes } from 'node:crypto';
import { openRpc, type PeerSettings, type Rpc } from './rpc.ts';

export interface MadeUser {
  id: number;
  user: string;
  password: string;
}

export interface Users {
  /** In the company and the group that reads accounts and invoices, unless told otherwise. */
  createUser(options?: {
    name?: string;
    password?: string;
    withCompany?: boolean;
    groups?: readonly string[];
  }): Promise<MadeUser>;
  /** One who may read accounts and invoices and change nothing there. */
  createReader(): Promise<MadeUser>;
  /** Done by the user itself, as only then Tryton ends its sessions; also when the password stays the same. */
  setPassword(user: MadeUser, password: string): Promise<void>;
  /** Another company in the same database, with nothing in it. */
  createCompany(): Promise<number>;
  /** A name that nobody has, for bad sign-ins: Tryton locks names, not people. */
  nobody(): string;
}

/** What is closed to others, and what anybody may change. */
const readable = [
  ...['account.invoice', 'account.invoice.line', 'account.invoice.tax', 'account.move', 'account.move.line'],
  ...['party.party', 'party.address', 'party.contact_mechanism', 'party.identifier'],
];

export function users(rpc: Rpc, run: string, settings: PeerSettings): Users {
  let made = 0;
  const createUser: Users['createUser'] = async ({
    name,
    password = newPassword(),
    withCompany = true,
    groups = ['Account'],
  } = {}) => {
    made += 1;
    const user = name ?? `user${made}-${run}`;
    const found = await rpc.read('res.group', [['name', 'in', groups]], ['id']);
    const preferences = (await rpc.call('model.res.user.get_preferences', true)) as { company: number };
    const [id = 0] = await rpc.create('res.user', {
      name: user,
      login: user,
      password,
      groups: [['add', found.map((group) => group.id)]],
      companies: [[withCompany ? 'add' : 'remove', [preferences.company]]],
      company: withCompany ? preferences.company : null,
    });
    return { id, user, password };
  };
  return {
    createUser,
    createReader: async () => {
      const [group = 0] = await rpc.create('res.group', { name: `Readers ${made} ${run}` });
      const models = await rpc.read('ir.model', [['model', 'in', readable]], []);
      const rights = { group, perm_read: true, perm_write: false, perm_create: false, perm_delete: false };
      await rpc.create('ir.model.access', ...models.map(({ id }) => ({ ...rights, model: id })));
      return createUser({ groups: [`Readers ${made} ${run}`] });
    },
    setPassword: async ({ user, password: old }, password) => {
      const own = await openRpc({ ...settings, user, password: old });
      await own.call('model.res.user.set_preferences', { password });
    },
    createCompany: async () => {
      made += 1;
      const [currency] = await rpc.read('currency.currency', [], []);
      const [party = 0] = await rpc.create('party.party', { name: `Company ${made} ${run}` });
      const [id = 0] = await rpc.create('company.company', { party, currency: currency?.id });
      return id;
    },
    nobody: () => {
      made += 1;
      return `nobody${made}-${run}`;
    },
  };
}

/** Tryton wants 8 characters of which three quarters differ. */
export function newPassword(): string {
  const letters = [...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'];
  return Array.from(randomBytes(12), (byte) => letters.splice(byte % letters.length, 1)).join('');
}
