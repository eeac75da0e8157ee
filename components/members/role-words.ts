import { type Role, roles } from '@/db/schema/enums.ts';

/** What people of a role may do, in the order of what they may. */
export const roleWords: Record<Role, { label: string; description: string }> = {
  owner: { label: 'Owner', description: 'May do everything, also make owners and erase companies.' },
  admin: { label: 'Admin', description: 'Members, settings, keys and webhooks, and all that operators do.' },
  operator: { label: 'Operator', description: 'Companies, invite links, syncs and writes.' },
  viewer: { label: 'Viewer', description: 'Sees the console and changes nothing.' },
};

/** The role that a form's field names. */
export const roleOf = (form: FormData): Role => roles.find((role) => role === form.get('role')) ?? 'viewer';
