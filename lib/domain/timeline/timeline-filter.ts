import { type TimelineActor, type TimelineKind, timelineActors, timelineKinds } from './schema.ts';

/** What of an address narrows a timeline down; what can't be read is left out. */
export function timelineFilter(query: { show?: string | null; by?: string | null }): {
  kind: TimelineKind | null;
  by: TimelineActor | null;
} {
  return {
    kind: timelineKinds.find((one) => one === query.show) ?? null,
    by: timelineActors.find((one) => one === query.by) ?? null,
  };
}
