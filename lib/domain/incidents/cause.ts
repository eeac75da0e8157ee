import type { Integration } from '../../../db/schema/enums.ts';
import { definitions } from '../../connectors/definitions.ts';
import { type FailureClass, failureClasses, failureGuides, type WhoActs } from '../../connectors/errors.ts';
import { whoActsWords } from '../companies/health.ts';
import { platformName } from '../connections/available.ts';

/** What an incident is about: a failure of a class, data that is late, or deletions that wait for a person's word. */
export const incidentCauses = [...failureClasses, 'late', 'deletions'] as const;
export type IncidentCause = (typeof incidentCauses)[number];

/** What can be done about it here. `message`: write to the customer. `report`: tell whoever keeps Ledgerline up. */
export type IncidentStep = 'message' | 'retry' | 'confirm' | 'report' | 'review';

/** A cause in words: what it is, who must act, what next, and whether it calls out. */
export interface IncidentGuide {
  label: string;
  summary: string;
  nextStep: string;
  whoActs: WhoActs;
  /** Who that is, by name. */
  actor: string;
  tone: 'danger' | 'warning';
}

const own: Record<Exclude<IncidentCause, FailureClass>, Omit<IncidentGuide, 'actor' | 'tone'>> = {
  late: {
    label: 'Not fresh',
    summary: 'Records should have been read by now and were not.',
    nextStep: 'Sync now. If it stays late, look whether the worker runs: npm run cli -- doctor.',
    whoActs: 'you',
  },
  deletions: {
    label: 'Deletions to confirm',
    summary: 'A full sync found more records gone than is believed without asking. None was marked deleted.',
    nextStep: 'Check with your customer whether they are really gone, then confirm it in the sync.',
    whoActs: 'you',
  },
};

/** A cause in words, at a platform or at any; a platform's own next step comes first. */
export function incidentGuide(cause: IncidentCause, integration: Integration | null): IncidentGuide {
  const platform = integration ? platformName(integration) : 'The platform';
  const guide = isFailure(cause) ? failureGuides[cause] : own[cause];
  const nextSteps = integration ? definitions[integration]?.nextSteps : undefined;
  const { label, whoActs } = guide;
  return {
    label,
    whoActs,
    summary: guide.summary.replaceAll('{platform}', platform),
    nextStep: (isFailure(cause) ? nextSteps?.[cause] : undefined) ?? guide.nextStep,
    actor: whoActs === 'platform' ? platform : whoActsWords[whoActs],
    tone: whoActs === 'customer' || whoActs === 'you' ? 'danger' : 'warning',
  };
}

const isFailure = (cause: IncidentCause): cause is FailureClass => cause !== 'late' && cause !== 'deletions';

/** What can be done about a cause, the first being the step that helps most; none mends itself but by waiting. */
export const incidentSteps: Record<IncidentCause, readonly IncidentStep[]> = {
  credentials: ['message'],
  permission: ['message', 'retry'],
  'rate-limit': [],
  'platform-down': ['retry', 'message'],
  'bad-request': ['report', 'retry'],
  'record-refused': ['retry'],
  'wrong-company': ['confirm', 'message'],
  unknown: ['retry', 'report'],
  late: ['retry'],
  deletions: ['review'],
};

const minuteMs = 60_000;

/**
 * How long an incident stands before its subscribers are told. An outage often ends by itself, and what is late after
 * the worker was away is read at once when it is back; a platform's limit always ends by itself, so nobody is told of
 * one.
 */
export const tellAfterMs: Record<IncidentCause, number | null> = {
  credentials: 0,
  permission: 0,
  'rate-limit': null,
  'platform-down': 15 * minuteMs,
  'bad-request': 0,
  'record-refused': 0,
  'wrong-company': 0,
  unknown: 0,
  late: 5 * minuteMs,
  deletions: 0,
};

/**
 * How long nothing must be wrong before an incident is closed, so that one that comes and goes is not told of again.
 */
export const quietMs = 15 * minuteMs;

/** Stored by this code alone, yet an older version's word must not break a page. */
export const asCause = (value: string): IncidentCause => incidentCauses.find((one) => one === value) ?? 'unknown';
