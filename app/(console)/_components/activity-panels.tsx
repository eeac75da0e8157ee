import { Line } from '@/components/charts/line.tsx';
import { StackedBars } from '@/components/charts/stacked-bars.tsx';
import { CardContent } from '@/components/ui/card.tsx';
import { toneSolid } from '@/components/ui/tone.ts';
import type { Context } from '@/lib/context.ts';
import { syncOutcomes } from '@/lib/domain/overview/data.ts';
import { type OutcomeBar, type OverviewRange, rangeSpans } from '@/lib/domain/overview/schema.ts';

const outcomes = [
  { key: 'success', label: 'Done', color: toneSolid.success },
  { key: 'partial', label: 'Partly done', color: toneSolid.warning },
  { key: 'failed', label: 'Failed', color: toneSolid.danger },
  { key: 'cancelled', label: 'Cancelled', color: toneSolid.neutral },
];

/** Ended syncs by outcome, and the records they moved. */
export async function ActivityPanels({ ctx, range }: { ctx: Context; range: OverviewRange }) {
  const bars = await syncOutcomes(ctx, { range });
  const points = bars.map((bar) => ({ ...labels(bar, range), values: valuesOf(bar) }));
  const period = `last ${rangeSpans[range].label}`;
  return (
    <CardContent className="grid gap-6">
      <section>
        <h3 className="mb-2 text-muted-foreground text-xs">Syncs by outcome</h3>
        <StackedBars
          label={`Syncs by outcome, ${period}`}
          points={points}
          series={outcomes}
          emptyText={`No sync ended in the ${period}.`}
          className="h-46"
        />
      </section>
      <section>
        <h3 className="mb-2 text-muted-foreground text-xs">Records created, changed or deleted</h3>
        <Line
          label={`Records created, changed or deleted, ${period}`}
          points={points}
          series={{ key: 'records', label: 'Records', color: 'var(--primary)' }}
          emptyText={`No record changed in the ${period}.`}
          className="h-32"
        />
      </section>
    </CardContent>
  );
}

const valuesOf = ({ success, partial, failed, cancelled, records }: OutcomeBar) => ({
  success,
  partial,
  failed,
  cancelled,
  records,
});

const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** Bars are cut at whole hours and days of UTC, and say so. */
function labels({ at }: OutcomeBar, range: OverviewRange) {
  const isHour = rangeSpans[range].bar === 'hour';
  return {
    label: isHour ? hour.format(at) : day.format(at),
    title: isHour ? `${day.format(at)}, ${hour.format(at)} UTC` : `${day.format(at)} UTC`,
  };
}
