'use client';

import { type PointerEvent, type ReactNode, useState } from 'react';
import { formatCompact } from '../../lib/format/number.ts';
import { cn } from '../ui/cn.ts';
import { useLocale } from '../ui/viewer.tsx';
import { ChartTooltip } from './chart-tooltip.tsx';
import { labelStep, middleOf, placeAt } from './scale.ts';
import type { ChartPoint, ChartSeries } from './series.ts';

export interface PlotProps {
  points: ChartPoint[];
  series: ChartSeries[];
  /** The numbers at the left axis, from `ticksUpTo`. */
  ticks: number[];
  /** What marks the place that is pointed at: its whole width, or its value. */
  mark: 'band' | 'dot';
  /** The picture: fills the room between the axes, each point having the same width of it. */
  children: ReactNode;
}

/**
 * Axes, grid and the exact numbers of where one points, around a picture. It is laid out by the browser alone, in per
 * cent: it comes with the page, measures nothing and never moves.
 */
export function Plot({ points, series, ticks, mark, children }: PlotProps) {
  const locale = useLocale();
  const [active, setActive] = useState<number | null>(null);
  const point = active === null ? undefined : points[active];
  const follow = ({ currentTarget, clientX }: PointerEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setActive(placeAt((clientX - left) / width, points.length));
  };
  return (
    <div className="@container grid size-full grid-cols-[2.25rem_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_1.5rem] pt-2 text-[11px] text-muted-foreground leading-none">
      <ValueAxis ticks={ticks} locale={locale} />
      <div
        className="relative"
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={() => setActive(null)}
        onPointerCancel={() => setActive(null)}
      >
        {ticks.map((tick) => (
          <span key={tick} className="absolute inset-x-0 h-px bg-border" style={{ bottom: heightOf(tick, ticks) }} />
        ))}
        {active !== null && mark === 'band' && (
          <span
            className="absolute inset-y-0 bg-hover"
            style={{ left: `${(active / points.length) * 100}%`, width: `${100 / points.length}%` }}
          />
        )}
        {children}
        {active !== null && point && (
          <>
            {mark === 'dot' && (
              <Dot point={point} series={series} ticks={ticks} left={middleOf(active, points.length)} />
            )}
            <div
              className={cn(
                'pointer-events-none absolute top-0 z-10 w-max max-w-60 px-3 text-foreground leading-normal',
                active >= points.length / 2 && '-translate-x-full',
              )}
              style={{ left: `${middleOf(active, points.length)}%` }}
            >
              <ChartTooltip point={point} series={series} locale={locale} />
            </div>
          </>
        )}
      </div>
      <PlaceAxis points={points} />
    </div>
  );
}

function ValueAxis({ ticks, locale }: { ticks: number[]; locale: string }) {
  return (
    <div className="relative">
      {ticks.map((tick) => (
        <span key={tick} className="num absolute right-2 translate-y-1/2" style={{ bottom: heightOf(tick, ticks) }}>
          {formatCompact(tick, locale)}
        </span>
      ))}
    </div>
  );
}

function PlaceAxis({ points }: { points: ChartPoint[] }) {
  const step = labelStep(points.length);
  return (
    <div className="relative col-start-2">
      {points.map(
        ({ label, title }, index) =>
          index % step === 0 && (
            <span
              key={title ?? label}
              className={cn(
                'absolute bottom-0 -translate-x-1/2 whitespace-nowrap',
                // A narrow chart has room for every other one.
                index % (2 * step) !== 0 && '@max-sm:hidden',
              )}
              style={{ left: `${middleOf(index, points.length)}%` }}
            >
              {label}
            </span>
          ),
      )}
    </div>
  );
}

/** The value of a single series, with a line through its place. */
function Dot({
  point,
  series,
  ticks,
  left,
}: Pick<PlotProps, 'series' | 'ticks'> & { point: ChartPoint; left: number }) {
  return (
    <>
      <span className="absolute inset-y-0 w-px -translate-x-1/2 bg-border-strong" style={{ left: `${left}%` }} />
      {series.map(({ key, color }) => (
        <span
          key={key}
          className="absolute size-1.5 -translate-x-1/2 translate-y-1/2 rounded-full"
          style={{ left: `${left}%`, bottom: heightOf(point.values[key] ?? 0, ticks), background: color }}
        />
      ))}
    </>
  );
}

const heightOf = (value: number, ticks: number[]): string => `${(value / (ticks.at(-1) ?? 1)) * 100}%`;
