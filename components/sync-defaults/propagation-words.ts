import type { PropagationCount } from '@/lib/domain/sync-defaults/schema.ts';
import { formatCount } from '@/lib/format/number.ts';

/** What passing defaults on does: `Changes 9 companies. 3 settings made at companies stay.` */
export function propagationWords({ companies, overrides }: PropagationCount): string {
  const changes =
    companies === 0 ? 'No connected company changes.' : `Changes ${formatCount(companies, 'company', 'companies')}.`;
  if (overrides === 0) return changes;
  return `${changes} ${formatCount(overrides, 'setting made at a company stays', 'settings made at companies stay')}.`;
}
