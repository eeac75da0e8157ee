import type { ReactNode } from 'react';
import { formatNumber } from '../../lib/format/number.ts';
import { cn } from '../ui/cn.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { type ChartPoint, type ChartSeries, hasValues } from './series.ts';

export interface ChartFrameProps {
  /** What the chart shows: "Syncs by outcome, last 7 days". Names it for screen readers. */
  label: string;
  points: ChartPoint[];
  series: ChartSeries[];
  /** Why there may be nothing to see, in one sentence. */
  emptyText: string;
  /** Names of the series above the picture; for more than one. */
  legend?: boolean;
  /** How high it is, its legend with it: `h-40`. */
  className?: string;
  children: ReactNode;
}

/** What every chart has: a table for screen readers, a legend, a word when it is empty. */
export function ChartFrame({ label, points, series, emptyText, legend, className, children }: ChartFrameProps) {
  if (!hasValues(points, series)) {
    return (
      <p
        data-slot="chart-empty"
        className={cn('flex items-center justify-center text-muted-foreground', className ?? 'h-48')}
      >
        {emptyText}
      </p>
    );
  }
  return (
    <figure data-slot="chart" className={cn('flex min-w-0 flex-col', className ?? 'h-48')}>
      <ChartTable label={label} points={points} series={series} />
      {legend && <Legend series={series} />}
      <div aria-hidden className="min-h-0 flex-1">
        {children}
      </div>
    </figure>
  );
}

function Legend({ series }: { series: ChartSeries[] }) {
  return (
    <ul aria-hidden className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
      {series.map(({ key, label, color }) => (
        <li key={key} className="inline-flex items-center gap-1.5">
          <span className="size-2 rounded-[2px]" style={{ background: color }} />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The numbers of the picture, in the page for those who can't see it. */
function ChartTable({ label, points, series }: Pick<ChartFrameProps, 'label' | 'points' | 'series'>) {
  return (
    // A table ignores the 1 px of sr-only; its box obeys.
    <div className="sr-only">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            {series.map(({ key, label: name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.title ?? point.label}>
              <th scope="row">{point.title ?? point.label}</th>
              {series.map(({ key }) => (
                <td key={key}>{formatNumber(point.values[key] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Bars in grey while the chart's numbers are on their way. */
export function ChartSkeleton({ className }: { className?: string }) {
  return (
    <div className={cn('flex items-end gap-2', className ?? 'h-48')}>
      {['40%', '65%', '50%', '80%', '60%', '70%', '45%', '75%'].map((height) => (
        <Skeleton key={height} className="min-w-0 flex-1" style={{ height }} />
      ))}
    </div>
  );
}
