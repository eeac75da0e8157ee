import { failureClasses, failureGuides } from '../../connectors/errors.ts';

/** A failure as events carry it: what it is, what was said, who must act and what to do. */
export function failureData(failureClass: string | null, message: string | null): Record<string, unknown> | null {
  if (failureClass === null && message === null) return null;
  const known = failureClasses.find((one) => one === failureClass);
  const guide = known && failureGuides[known];
  return {
    class: failureClass,
    message,
    who_acts: guide?.whoActs ?? null,
    next_step: guide?.nextStep ?? null,
  };
}
