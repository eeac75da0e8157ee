import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { isTaken } from './taken.ts';

/** Letters that NFKD leaves alone but that have a usual Latin spelling. */
const transliterations: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** The prefix of a generated code: the name's first four Latin letters in upper case, `C` when it has none. */
export function companyCodePrefix(name: string): string {
  const latin = name
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => transliterations[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^a-z]/g, '');
  return latin.slice(0, 4).toUpperCase() || 'C';
}

/**
 * A code that is free in the organisation: the bare prefix first, then with the next number of a counter kept a prefix.
 * The counter's row is locked until the caller commits, so a hundred companies made at once get a hundred codes.
 */
export async function nextCompanyCode(tx: Tx, organisationId: number, name: string): Promise<string> {
  const prefix = companyCodePrefix(name);
  for (;;) {
    const [counter] = await tx.execute<{ last_number: number }>(sql`
      insert into company_code_counters as c (organisation_id, prefix, last_number) values (${organisationId}, ${prefix}, 0)
      on conflict (organisation_id, prefix) do update set last_number = c.last_number + 1
      returning last_number`);
    const number = Number(counter?.last_number ?? 0);
    const code = number === 0 ? prefix : `${prefix}${number}`;
    if (!(await isTaken(tx, organisationId, { column: 'companyCode', value: code }))) return code;
  }
}
