import { sql } from 'drizzle-orm';
import { sqlClient } from '../../../db/client.ts';
import { runnerOf } from '../../../db/runner.ts';
import type { Integration, ParentModel, WriteState } from '../../../db/schema/enums.ts';
import type { PlatformAccess } from '../connections/platform-access.ts';
import { type Advance, advanceWrite } from './advance-write.ts';
import { claimWrite } from './claim-write.ts';
import { pausedSeconds } from './patience.ts';
import { isPaused } from './pause.ts';
import { isEnded } from './write-state.ts';

/** What became of looking at a write. `held`: not before `until`, because its time has not come or it is in living hands. */
export type Settling = { state: 'ended' } | { state: 'held'; until: Date } | Advance;

interface PlaceRow extends Record<string, unknown> {
  integration: Integration;
  data_model: ParentModel;
  state: WriteState;
  until: Date;
}

/**
 * Takes up a write whose process left it, or whose time has come, and brings it as far as it goes. May be called by many
 * at once and as often as wanted. Throws what the database throws.
 */
export async function settleWrite(input: {
  writeId: string;
  now?: () => Date;
  access?: PlatformAccess;
}): Promise<Settling> {
  const { writeId, now = () => new Date(), access } = input;
  const place = await placeOf(writeId);
  if (!place || isEnded(place.state)) return { state: 'ended' };
  const { integration, data_model: model, until } = place;
  const claimed = await claimWrite({ writeId, integration, model, now: now() });
  return claimed ? advanceWrite(claimed, { isPatient: true, now, access }) : { state: 'held', until };
}

async function placeOf(writeId: string): Promise<PlaceRow | undefined> {
  const rows = await runnerOf(sqlClient()).execute(sql`
    select w.integration, w.data_model, w.state,
      greatest(w.due_at, w.claim_until, clock_timestamp()
        + case when w.state = 'PENDING' and ${isPaused(sql`w`)} then ${pausedSeconds}::int else 1 end * interval '1 second'
      ) as until
    from writes w where w.id = ${writeId}`);
  return (rows as readonly PlaceRow[])[0];
}
