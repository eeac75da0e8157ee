import { randomUUID } from 'node:crypto';
import { type Context, makeContext } from '../../lib/context.ts';
import { newToken } from '../../lib/crypto/tokens.ts';
import { demoAccount } from '../../lib/domain/members/demo-account.ts';
import { createMember } from '../../lib/domain/members/mutations.ts';
import { createOrganisation } from '../../lib/domain/organisations/mutations.ts';

/** The demo organisation and who works in it. */
export interface DemoPeople {
  organisationId: number;
  /** The operator's Context at a moment of the history. */
  operatorAt: (now: Date) => Context;
}

const colleagues = [
  { email: 'imani@example.com', name: 'Imani Okafor', role: 'admin' },
  { email: 'mara@example.com', name: 'Mara Lindqvist', role: 'operator' },
  { email: 'teo@example.com', name: 'Teo Brandt', role: 'viewer' },
] as const;

/** Makes the organisation with its owner, whose sign-in is known, and three colleagues who can't sign in. */
export async function createPeople(now: Date): Promise<DemoPeople> {
  const { id, ctx } = await createOrganisation(
    { actor: { type: 'system', id: 'demo', label: 'Demo' }, requestId: randomUUID(), now, door: 'demo' },
    { name: 'Meridian Advisory', timeZone: 'Europe/London', isDemo: true },
  );
  await createMember(ctx, { ...demoAccount, role: 'owner' });
  let operatorId = '';
  for (const colleague of colleagues) {
    const { userId } = await createMember(ctx, { ...colleague, password: newToken('demo') });
    if (colleague.role === 'operator') operatorId = userId;
  }
  return {
    organisationId: id,
    operatorAt: (moment) =>
      makeContext({
        organisationId: id,
        actor: { type: 'user', id: operatorId, label: 'Mara Lindqvist', role: 'operator' },
        requestId: randomUUID(),
        now: moment,
        door: 'console',
      }),
  };
}
