import { z } from 'zod';
import { type Move, topics } from './topics.ts';

/** The Postgres channel of all processes of an installation. */
export const channel = 'ledgerline_moves';

/** What one notification carries: the moves of one organisation. */
export interface Notice {
  organisationId: number;
  moves: Move[];
}

const wire = z.object({
  o: z.number().int(),
  m: z.array(z.tuple([z.enum(topics), z.array(z.number().int()).nullable()])),
});

/** Shorter than the 8000 bytes of a notification: every topic with as many ids as are named. */
export const encodeNotice = ({ organisationId, moves }: Notice): string =>
  JSON.stringify({ o: organisationId, m: moves.map(({ topic, companyIds }) => [topic, companyIds]) });

/** Null for what no process of this version sends. */
export function decodeNotice(payload: string): Notice | null {
  const parsed = wire.safeParse(asJson(payload));
  if (!parsed.success) return null;
  const { o, m } = parsed.data;
  return { organisationId: o, moves: m.map(([topic, companyIds]) => ({ topic, companyIds })) };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
