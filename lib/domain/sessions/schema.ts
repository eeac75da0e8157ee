import { z } from 'zod';
import type { Role } from '../../../db/schema/enums.ts';
import { email } from '../members/schema.ts';

/** The sign-in form. */
export const signInInput = z.object({
  email,
  password: z.string().min(1, 'must not be empty').max(200, 'must have at most 200 characters'),
  /** A path of this site to go to afterwards. */
  next: z.string().optional(),
});

export const switchOrganisationInput = z.object({ organisationId: z.coerce.number().int().positive() });

export const sessionInput = z.object({ sessionId: z.uuid('must be a uuid') });
export type SessionInput = z.infer<typeof sessionInput>;

/** How many a list shows; of more, those that were seen last. */
export const mostSessions = 200;

/** A browser that somebody is signed in with. */
export interface SessionView {
  id: string;
  /** `Firefox on Windows`. */
  device: string;
  /** Where the sign-in came from; null when unknown. */
  address: string | null;
  /** When they signed in. */
  createdAt: Date;
  /** To the minute. */
  lastSeenAt: Date;
}

export interface MemberSessionView extends SessionView {
  member: { userId: string; name: string; role: Role };
}
