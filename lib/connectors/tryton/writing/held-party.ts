import { z } from 'zod';
import { contactQuery } from '../queries/contact.ts';
import { partyRow } from '../rows/contact.ts';
import { text } from '../rows/values.ts';
import type { WriteCalls } from './write-calls.ts';

const stamp = z.string().nullable();

/** A party as Tryton has it before it is written: what a pull reads, and what a writer has to know besides. */
const heldParty = partyRow.extend({
  _timestamp: stamp,
  'identifiers.': z.array(
    partyRow.shape['identifiers.'].element.extend({ type: z.string().nullable(), _timestamp: stamp }),
  ),
  'contact_mechanisms.': z.array(
    partyRow.shape['contact_mechanisms.'].element.extend({ value_compact: text, _timestamp: stamp }),
  ),
  'addresses.': z.array(
    partyRow.shape['addresses.'].element.extend({ sequence: z.int().nullable(), _timestamp: stamp }),
  ),
});
export type HeldParty = z.infer<typeof heldParty>;
export type HeldMechanism = HeldParty['contact_mechanisms.'][number];
export type HeldAddress = HeldParty['addresses.'][number];

/** The party of this id; null where there is none. */
export async function readParty({ ask, books }: WriteCalls, platformId: string): Promise<HeldParty | null> {
  if (!/^\d{1,9}$/.test(platformId)) return null;
  const { fields, table } = await contactQuery(books);
  const [party] = await ask({
    method: `${table}.search_read`,
    args: [[['id', '=', Number(platformId)]], 0, 1, null, [...fields, ...more]],
    // What was deactivated is there all the same.
    context: { active_test: false },
    answer: z.array(heldParty).max(1),
  });
  return party ?? null;
}

const more = [
  '_timestamp',
  ...['identifiers.type', 'identifiers._timestamp'],
  ...['contact_mechanisms.value_compact', 'contact_mechanisms._timestamp'],
  ...['addresses.sequence', 'addresses._timestamp'],
];
