import { Decimal } from 'decimal.js';
import type { z } from 'zod';
import type { Canonical } from '../../../domain/records/registry.ts';
import type { taxRow } from '../rows/ledger.ts';
import { latestStamp, percentage } from './values.ts';

type Tax = z.infer<typeof taxRow>;
type Part = Pick<Tax, 'name' | 'type' | 'rate'> & { 'childs.'?: readonly Part[] };

/**
 * A tax of its own is its one component. The parts of a tax are all taken of the same price, so that they add up; one
 * that adds a fixed sum has no percentage, and then the whole has none.
 */
export function mapTaxRate(row: Tax): Canonical<'TAX_RATE'> {
  const parts = partsOf(row);
  const shares = parts.map(shareOf);
  const total = shares.every((share) => share !== null) ? percentage(Decimal.sum(0, ...shares)) : null;
  return {
    platformId: String(row.id),
    platformUniqueId: null,
    fields: {
      name: row.name,
      code: null,
      tax_type: row['group.']?.kind ?? null,
      effective_tax_rate: total,
      total_tax_rate: total,
      components: parts.map((part) => {
        const share = shareOf(part);
        return { name: part.name, rate: share && percentage(share), is_compound: false };
      }),
      updated_at: latestStamp([row, ...row['childs.'], ...row['childs.'].flatMap((child) => child['childs.'])]),
    },
    children: {},
  };
}

/** A tax of the type `none` is but the sum of its parts; others may have parts as well. */
const partsOf = (tax: Part): Part[] => [
  ...(tax.type === 'none' ? [] : [tax]),
  ...(tax['childs.'] ?? []).flatMap(partsOf),
];

const shareOf = ({ type, rate }: Part) => (type === 'percentage' && rate !== null ? new Decimal(rate) : null);
