import { randomUUID } from 'node:crypto';
import type { Role } from '../../../db/schema/enums.ts';
import type { TestOrganisation } from '../../../db/testing/factories.ts';
import { encodeSession, sessionCookieName } from '../../auth/session-cookie.ts';
import { openSession } from '../../auth/session-row.ts';
import { createMember } from '../../domain/members/mutations.ts';

/** Makes a member of the organisation, signs them in, and answers the cookie that their browser would send. */
export async function memberCookie({ ctx }: TestOrganisation, role: Role = 'viewer'): Promise<string> {
  const member = { email: `${randomUUID()}@example.com`, name: 'Vera Viewer', password: `p-${randomUUID()}` };
  const system = { ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } } as const;
  const { userId } = await createMember(system, { ...member, role });
  const session = await openSession(userId, { userAgent: null, now: new Date() });
  return `${sessionCookieName()}=${await encodeSession(session)}`;
}
