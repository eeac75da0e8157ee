import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { db } from '../../db/client.ts';
import type { Role } from '../../db/schema/enums.ts';
import { members, users } from '../../db/schema/members.ts';
import { encodeSession, sessionCookieName } from '../../lib/auth/session-cookie.ts';
import { openSession, revokeSession } from '../../lib/auth/session-row.ts';
import { type Context, makeContext } from '../../lib/context.ts';
import { demoAccount } from '../../lib/domain/members/demo-account.ts';
import { addMember, createMember } from '../../lib/domain/members/mutations.ts';
import { createOrganisation } from '../../lib/domain/organisations/mutations.ts';

/** An organisation of one test, and the Context to arrange things in it. */
export interface Organisation {
  id: number;
  name: string;
  ctx: Context;
}

/** Somebody who can sign in. */
export interface Person {
  userId: string;
  name: string;
  email: string;
  password: string;
}

/** A browser's session of a person. */
export interface OpenedSession {
  id: string;
  cookie: { name: string; value: string };
}

const actor = { type: 'system', id: 'e2e', label: 'Browser test' } as const;
const from = () => ({ actor, requestId: randomUUID(), now: new Date(), door: 'e2e' });

/** Makes an organisation that no other test sees. */
export async function makeOrganisation(name = 'Northwind Advisory'): Promise<Organisation> {
  const { id, ctx } = await createOrganisation(from(), { name });
  return { id, name, ctx };
}

/** The organisation that the start has made, with fifty companies: for looking, not for changing. */
export async function demoOrganisation(): Promise<{ organisation: Organisation; person: Person }> {
  const [found] = await db()
    .select({ userId: users.id, organisationId: members.organisationId })
    .from(users)
    .innerJoin(members, eq(members.userId, users.id))
    .where(eq(users.email, demoAccount.email));
  if (!found) throw new Error('There is no demo organisation');
  const ctx = makeContext({ ...from(), organisationId: found.organisationId });
  return {
    organisation: { id: found.organisationId, name: 'Meridian Advisory', ctx },
    person: { ...demoAccount, userId: found.userId },
  };
}

/** Makes somebody with that role. */
export async function makePerson(organisation: Organisation, role: Role): Promise<Person> {
  const person = {
    name: `Robin ${role.charAt(0).toUpperCase()}${role.slice(1)}`,
    email: `${role}-${randomUUID().slice(0, 8)}@example.com`,
    password: `quiet harbour lantern ${role}`,
  };
  const { userId } = await createMember(organisation.ctx, { ...person, role });
  return { ...person, userId };
}

/** Makes somebody who is there already a member of another organisation too. */
export async function joinOrganisation(person: Person, organisation: Organisation, role: Role): Promise<void> {
  await addMember(organisation.ctx, { userId: person.userId, role });
}

/** Signs a person in without the form; the cookie goes into a browser. */
export async function openSessionOf(person: Person): Promise<OpenedSession> {
  const token = await openSession(person.userId, { userAgent: 'Browser test', now: new Date() });
  return { id: token.sessionId, cookie: { name: sessionCookieName(), value: await encodeSession(token) } };
}

/** Ends a session from elsewhere. */
export const revoke = (session: OpenedSession): Promise<void> => revokeSession(session.id, new Date());
