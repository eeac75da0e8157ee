import { formatNumber } from '../../lib/format/number.ts';
import type { ChartPoint, ChartSeries } from './series.ts';

export interface ChartTooltipProps {
  /** The place that is pointed at. */
  point: ChartPoint;
  series: ChartSeries[];
  locale: string;
}

/** The exact numbers of a place. */
export function ChartTooltip({ point, series, locale }: ChartTooltipProps) {
  const shown = series.filter(({ key }) => series.length === 1 || (point.values[key] ?? 0) !== 0);
  return (
    <div className="min-w-32 rounded-md bg-surface px-2.5 py-2 text-xs shadow-overlay">
      <p className="mb-1 font-medium">{point.title ?? point.label}</p>
      {shown.length === 0 && <p className="text-muted-foreground">Nothing</p>}
      {shown.map(({ key, label, color }) => (
        <p key={key} className="flex items-center gap-1.5">
          <span className="size-2 rounded-[2px]" style={{ background: color }} />
          <span className="text-muted-foreground">{label}</span>
          <span className="num ml-auto pl-4 font-medium">{formatNumber(point.values[key] ?? 0, locale)}</span>
        </p>
      ))}
    </div>
  );
}
