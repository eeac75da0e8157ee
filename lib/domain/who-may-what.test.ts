import { count } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { db } from '../../db/client.ts';
import { auditLog } from '../../db/schema/audit.ts';
import { type Role, roles } from '../../db/schema/enums.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../db/testing/factories.ts';
import type { ActionFailure } from '../action.ts';
import { type Permission, permissions, rolePermissions } from '../auth/permissions.ts';
import { encodeSession, sessionCookieName } from '../auth/session-cookie.ts';
import { openSession } from '../auth/session-row.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { createMember } from './members/mutations.ts';

/**
 * Every mutation and every server action, called by every role: the code that names the permission is read, and what
 * happens is held against it. A new one is in here by being there.
 */
const sources = import.meta.glob<string>(['./*/*.ts', '!./**/*.test.ts', '!./*/query-options.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const modules = import.meta.glob<Record<string, unknown>>(['./*/*.ts', '!./**/*.test.ts', '!./*/query-options.ts']);

/** What a mutation asks for that names no permission itself; `its input` decides for some, which their own tests try. */
const elsewhere: Record<string, Permission | 'its own door' | 'its input'> = {
  // The invitation's page, whose link is the permission.
  joinAsNewPerson: 'its own door',
  joinWithAccount: 'its own door',
  // The connect page, which notes that it was opened.
  recordOpened: 'its own door',
  updateModelConfigs: 'sync-config.write',
  // One's own views; those that all see take more.
  createSavedView: 'its input',
  updateSavedView: 'its input',
  deleteSavedView: 'its input',
  // Oneself, or somebody else.
  removeMember: 'its input',
  // What is done to each of the companies.
  startBulkAction: 'its input',
  undoBulkAction: 'its input',
  cancelBulkAction: 'its input',
};

/** What they are called with: of nothing that there is. */
const input = { companyId: 0 };

interface Declared {
  file: string;
  name: string;
  permission: Permission | 'its own door' | 'its input' | undefined;
}

const asPermission = (text: string | undefined) => permissions.find((one) => one === text);

/** Functions of a Context that stand in a mutations.ts, or ask for more than reading elsewhere. */
function mutationsOf([file, source]: [string, string]): Declared[] {
  return [...source.matchAll(/^export (?:async )?function (\w+)\s*\(\s*ctx: Context\b/gm)].flatMap((found) => {
    const name = found[1] ?? '';
    const body = source.slice(found.index, source.indexOf('\n}', found.index));
    const [, named, settings] = /require(?:Permission\(ctx, '([\w.-]+)'\)|(Settings)\(ctx\))/.exec(body) ?? [];
    const permission = elsewhere[name] ?? asPermission(settings ? 'organisation.write' : named);
    const isMutation = file.endsWith('/mutations.ts') || (permission && permission !== 'read');
    return isMutation ? [{ file, name, permission }] : [];
  });
}

function actionsOf([file, source]: [string, string]): Declared[] {
  if (!file.endsWith('/actions.ts')) return [];
  return [...source.matchAll(/^export const (\w+) = action\(/gm)].map((found) => {
    const head = source.slice(found.index, source.indexOf('=>', found.index));
    return { file, name: found[1] ?? '', permission: asPermission(/,\s*'([\w.-]+)',/.exec(head)?.[1]) };
  });
}

const isInside = ({ file }: Declared) => !file.endsWith('/actions.ts');
const mutations = Object.entries(sources).flatMap(mutationsOf).filter(isInside);
const actions = Object.entries(sources).flatMap(actionsOf);

// Next gives the request to an action out of its own scope; here it is put there by hand.
const request = { cookies: new Map<string, string>() };
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { value: request.cookies.get(name) } : undefined),
  }),
}));
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

await createTestDatabase();
const { organisationId } = await makeOrganisation();
const owner = contextFor(organisationId, { role: 'owner' });
const cookies = new Map<Role, string>();
for (const role of roles) {
  const person = { email: `${role}@books.example`, name: role, password: 'quiet harbour lantern' };
  const { userId } = await createMember(owner, { ...person, role });
  cookies.set(role, await encodeSession(await openSession(userId, { userAgent: null, now: new Date() })));
}

async function functionOf<F>({ file, name }: Declared): Promise<F> {
  const module = await modules[file]?.();
  return module?.[name] as F;
}

const entries = async () => (await db().select({ entries: count() }).from(auditLog))[0]?.entries;

/** Of a fault that was thrown, or of an action's answer. */
function codeOf(outcome: unknown): string | undefined {
  if (outcome instanceof AppError) return outcome.code;
  return (outcome as Partial<ActionFailure> | undefined)?.code;
}

/** Whether it is refused for want of a permission; whatever else becomes of it was allowed. Who is refused changes nothing. */
async function isAllowed(call: () => Promise<unknown>): Promise<boolean> {
  const before = await entries();
  const outcome = await call().catch((error: unknown) => error);
  if (codeOf(outcome) !== 'forbidden') return true;
  expect(await entries()).toBe(before);
  return false;
}

async function rolesThat(call: (role: Role) => Promise<unknown>): Promise<Role[]> {
  const allowed: Role[] = [];
  for (const role of roles) if (await isAllowed(() => call(role))) allowed.push(role);
  return allowed;
}

const rolesWith = (permission: Permission) => roles.filter((role) => rolePermissions[role].includes(permission));

test('every mutation and every action names what it asks for', () => {
  expect(mutations.length).toBeGreaterThan(60);
  expect(actions.length).toBeGreaterThan(50);
  expect([...mutations, ...actions].filter(({ permission }) => !permission)).toEqual([]);
});

const checked = mutations.filter(({ permission }) => asPermission(permission));

test.each(checked)('$name of $file is for those who hold $permission', async (mutation) => {
  const mutate = await functionOf<(ctx: Context, input: unknown) => Promise<unknown>>(mutation);
  const allowed = await rolesThat(async (role) => mutate(contextFor(organisationId, { role }), input));
  expect(allowed).toEqual(rolesWith(mutation.permission as Permission));
});

test.each(actions)('the action $name of $file is for those who hold $permission', async (declared) => {
  const act = await functionOf<(input: unknown) => Promise<unknown>>(declared);
  const allowed = await rolesThat(async (role) => {
    request.cookies.set(sessionCookieName(), cookies.get(role) ?? '');
    return act(input);
  });
  expect(allowed).toEqual(rolesWith(declared.permission as Permission));
});

test.each(actions)('the action $name of $file is refused without a session', async (declared) => {
  request.cookies.clear();
  const act = await functionOf<(input: unknown) => Promise<unknown>>(declared);
  expect(await act(input)).toMatchObject({ ok: false, code: 'unauthenticated' });
});
