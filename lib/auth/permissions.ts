import type { Role } from '../../db/schema/enums.ts';
import type { Actor, Context } from '../context.ts';
import { forbidden } from '../errors.ts';

/** What can be done. Every mutation names one; reads need `read`. */
export const permissions = [
  'read',
  'companies.write',
  'invite-links.write',
  'connections.write',
  'connections.confirm',
  'connections.connect',
  'sync-config.write',
  'syncs.write',
  'writes.create',
  'platform-calls.read',
  'saved-views.share',
  'records.read-raw',
  'company.export',
  'webhooks.write',
  'api-keys.write',
  'members.write',
  'organisation.write',
  'company.erase',
] as const;
export type Permission = (typeof permissions)[number];

const operator: readonly Permission[] = [
  'read',
  'companies.write',
  'invite-links.write',
  'connections.write',
  'connections.confirm',
  'sync-config.write',
  'syncs.write',
  'writes.create',
  'platform-calls.read',
  'saved-views.share',
];
const admin: readonly Permission[] = [
  ...operator,
  'records.read-raw',
  'company.export',
  'webhooks.write',
  'api-keys.write',
  'members.write',
  'organisation.write',
];

/** Who may what, by role. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  viewer: ['read'],
  operator,
  admin,
  owner: [...admin, 'company.erase'],
};

/** A program sets up its own webhooks; of people only those who also hand out its keys do. */
const apiKeyWrites: readonly Permission[] = [...operator, 'webhooks.write'];
/** Programs of the JSON:API and Connector dialects write companies, and remove them for good. */
const accessTokenWrites: readonly Permission[] = ['companies.write', 'company.erase'];
/** A customer behind an invite link may connect, see and disconnect their own company, nothing else. */
const inviteLinkMay: readonly Permission[] = ['connections.connect', 'connections.write', 'read'];

/** Whether an actor holds a permission. */
export function may(actor: Actor, permission: Permission): boolean {
  switch (actor.type) {
    case 'user':
      return rolePermissions[actor.role].includes(permission);
    case 'api-key':
      return permission === 'read' || (!actor.readOnly && apiKeyWrites.includes(permission));
    case 'access-token':
      return permission === 'read' || (!actor.readOnly && accessTokenWrites.includes(permission));
    case 'invite-link':
      return inviteLinkMay.includes(permission);
    case 'worker':
    case 'system':
      return true;
  }
}

/** Opens every mutation. Throws `forbidden`, saying what would be needed. */
export function requirePermission(ctx: Context, permission: Permission): void {
  if (may(ctx.actor, permission)) return;
  if (ctx.actor.type === 'api-key') throw forbidden('This key is read-only');
  if (ctx.actor.type === 'access-token') throw forbidden('This token is read-only');
  throw forbidden(`This needs ${rolesWith(permission)}`);
}

/**
 * Opens what concerns the whole organisation: its settings, its webhooks, a company that is yet to be made. Throws
 * `forbidden` for a Context that reaches only some of its companies.
 */
export function requireWholeOrganisation(ctx: Context): void {
  if (ctx.reach.kind === 'organisation') return;
  throw forbidden('This concerns the whole organisation, and this key is limited to some of its companies');
}

/** Opens a change of the organisation's own lists and settings. Throws `forbidden`. */
export function requireSettings(ctx: Context): void {
  requirePermission(ctx, 'organisation.write');
  requireWholeOrganisation(ctx);
}

function rolesWith(permission: Permission): string {
  const roles = (Object.keys(rolePermissions) as Role[]).filter((role) => rolePermissions[role].includes(permission));
  return roles.length > 1 ? `the role ${roles.slice(0, -1).join(', ')} or ${roles.at(-1)}` : `the role ${roles[0]}`;
}
