import { fill, type Words } from './words/words.ts';

/** Why an action of the connect page came to nothing: the server's answer, or that none came. */
export type Refusal = 'offline' | { code: string; requestId: string };

/** The same in the reader's words. A conflict on an open link is a sync or a write that is under way. */
export function refusalText({ problems }: Words, refusal: Refusal): string {
  if (refusal === 'offline') return problems.offline;
  return refusal.code === 'conflict' ? problems.busy : fill(problems.internal, { request: refusal.requestId });
}
