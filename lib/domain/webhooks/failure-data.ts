import type { Integration } from '../../../db/schema/enums.ts';
import { nextStepAfter } from '../../connectors/definitions.ts';
import { failureClasses, failureGuides } from '../../connectors/errors.ts';

/** A failure as events carry it: what it is, what was said, who must act and what to do. */
export function failureData(
  integration: Integration,
  failureClass: string | null,
  message: string | null,
): Record<string, unknown> | null {
  if (failureClass === null && message === null) return null;
  const known = failureClasses.find((one) => one === failureClass);
  return {
    class: failureClass,
    message,
    who_acts: known ? failureGuides[known].whoActs : null,
    next_step: known ? nextStepAfter(known, integration) : null,
  };
}
