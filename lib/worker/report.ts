import { announce } from '../events/announce.ts';
import { log } from '../log.ts';

/** Something that people who look at a company would want to see. */
export type Change =
  | { what: 'model-begun'; model: string }
  | { what: 'page-stored'; model: string; created: number; updated: number; unchanged: number; rejected: number }
  | { what: 'model-ended'; model: string; status: 'SUCCESS' | 'FAILED' }
  | { what: 'sync-ended'; status: string }
  | { what: 'sync-waits'; resumeAt: Date | null };

/** The one place that hears of every change a running sync makes to a company; called after it is committed. */
export function reportChange(of: { organisationId: number; companyId: number; syncId: string }, change: Change): void {
  const { organisationId, companyId, syncId } = of;
  log().debug({ companyId, syncId, ...change }, 'sync progress');
  announce({ organisationId, companyId, topic: 'progress' });
}
