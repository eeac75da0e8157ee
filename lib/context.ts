import type { Role } from '../db/schema/members.ts';

declare const brand: unique symbol;

/** An organisation's id. Only gates make one, so that a query can't be given an id that came from a request. */
export type OrganisationId = number & { readonly [brand]: 'OrganisationId' };

/** Who acts. `label` is what the audit log and the timeline show. */
export type Actor =
  | { type: 'user'; id: string; label: string; role: Role }
  | { type: 'api-key'; id: string; label: string; readOnly: boolean }
  | { type: 'access-token'; id: string; label: string; readOnly: boolean }
  | { type: 'invite-link'; id: string; label: string }
  | { type: 'worker'; id: string; label: string }
  | { type: 'system'; id: string; label: string };

/**
 * Which companies of its organisation a Context may touch: all of them, those on an API key's list, or those of some
 * chains. A company out of reach reads as not found (lib/domain/companies/reach.ts).
 */
export type Reach =
  | { kind: 'organisation' }
  | { kind: 'companies'; companyIds: readonly number[] }
  | { kind: 'chains'; chainIds: readonly string[] };

/** What every read and write of the domain takes first. */
export interface Context {
  readonly organisationId: OrganisationId;
  readonly actor: Actor;
  readonly reach: Reach;
  readonly requestId: string;
  /** The clock of this request or job; domain SQL never calls now(). */
  readonly now: Date;
  /** Through which door it came, for the audit log: console, core-v4, jsonapi-v2, connector-v1, connect, worker, cli, demo. */
  readonly door: string;
  /** The Idempotency-Key under which the request is executed, where it came with one. */
  readonly idempotencyKey?: string;
}

/** The installation itself, outside of every organisation: makes organisations, sets up, resets passwords. */
export type SystemContext = Omit<Context, 'organisationId' | 'actor' | 'reach'> & {
  readonly actor: Extract<Actor, { type: 'system' }>;
};

/**
 * Makes a Context. For gates alone (lib/auth, the worker, the demo and CLI scripts): everybody else is handed one.
 * Without a reach it is that of the whole organisation.
 */
export function makeContext(input: {
  organisationId: number;
  actor: Actor;
  reach?: Reach;
  requestId: string;
  now: Date;
  door: string;
}): Context {
  const { reach = { kind: 'organisation' } } = input;
  return { ...input, reach, organisationId: input.organisationId as OrganisationId };
}
