import { Donut } from '@/components/charts/donut.tsx';
import { toneSolid } from '@/components/ui/tone.ts';
import { connectionStatuses } from '@/db/schema/enums.ts';
import type { Context } from '@/lib/context.ts';
import { statusWords } from '@/lib/domain/companies/health.ts';
import { healthCounts } from '@/lib/domain/overview/data.ts';

/** The organisation's connections by health; each part leads to its companies. */
export async function HealthPanel({ ctx }: { ctx: Context }) {
  const { byStatus } = await healthCounts(ctx);
  const parts = [...connectionStatuses, 'NONE' as const].map((status) => {
    const count = byStatus.find((entry) => (entry.status ?? 'NONE') === status)?.count ?? 0;
    const { label, tone } = statusWords[status];
    const color = status === 'NONE' ? 'var(--border-strong)' : toneSolid[tone];
    return { key: status, label, value: count, color, href: `/companies?health=${status}` };
  });
  return <Donut parts={parts} noun="companies" emptyText="No companies yet." />;
}
