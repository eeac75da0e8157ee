import { z } from 'zod';
import { type ConnectionStatus, type Integration, integrations } from '../../../db/schema/enums.ts';
import { notFound } from '../../errors.ts';
import { type IncidentCause, incidentCauses } from './cause.ts';

/** What makes troubles at several companies the same one. */
export interface IncidentKey {
  cause: IncidentCause;
  /** Null: whatever the platform. */
  integration: Integration | null;
  /** The platform's own code; empty where it has none. */
  platformCode: string;
}

export const incidentKey = z.object({
  cause: z.enum(incidentCauses),
  integration: z.enum(integrations).nullable(),
  platformCode: z.string().max(100),
});

/** An incident's id from an address. Throws not-found for what is none. */
export function incidentId(text: string): string {
  const parsed = z.uuid().safeParse(text);
  if (!parsed.success) throw notFound('Incident');
  return parsed.data;
}

export const incidentSubscriptionInput = z.object({ subscribed: z.boolean() });

/** A company that has an incident's trouble now. */
export interface TroubledCompany {
  id: number;
  name: string;
  integration: Integration;
  status: ConnectionStatus;
  since: Date;
  /** When a platform's limit ends. */
  resumeAt: Date | null;
  /** Another company of the platform that its customer signed in to, which an operator is to confirm. */
  proposed: string | null;
  /** The sync that showed the trouble; null where none did. */
  syncId: string | null;
  /** A sync of it is queued or running. */
  isSyncing: boolean;
}

/** The same trouble at one or many companies, as it is now. */
export interface Attention extends IncidentKey {
  /** Null for the seconds until the watchdog has seen it. */
  incidentId: string | null;
  since: Date;
  count: number;
  /** The first few, longest-standing first. */
  companies: TroubledCompany[];
}

export interface IncidentView extends IncidentKey {
  id: string;
  openedAt: Date;
  closedAt: Date | null;
  /** Companies that have its trouble now. */
  current: number;
  /** Companies that ever had it. */
  total: number;
}

/** A company of an incident: as it is now, or with when it was well again. */
export interface IncidentCompany extends TroubledCompany {
  leftAt: Date | null;
}
