import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { Plot } from './plot.tsx';
import { ticksUpTo } from './scale.ts';
import { type ChartPoint, type ChartSeries, totalOf } from './series.ts';

export type StackedBarsProps = Omit<ChartFrameProps, 'children' | 'legend'>;

/**
 * Counts by kind over time, stacked.
 *
 * @example
 * <StackedBars
 *   label="Syncs by outcome, last 7 days"
 *   points={[{ label: '21 Nov', title: 'Sat 21 Nov 2026', values: { succeeded: 12, failed: 1 } }]}
 *   series={[{ key: 'succeeded', label: 'Succeeded', color: toneSolid.success }, …]}
 *   emptyText="No sync ran in these days."
 * />
 */
export function StackedBars(props: StackedBarsProps) {
  const { points, series } = props;
  const ticks = ticksUpTo(Math.max(...points.map((point) => totalOf(point, series))));
  return (
    <ChartFrame {...props} legend>
      <Plot points={points} series={series} ticks={ticks} mark="band">
        <div className="absolute inset-0 flex">
          {points.map((point) => (
            <Bar key={point.title ?? point.label} point={point} series={series} top={ticks.at(-1) ?? 1} />
          ))}
        </div>
      </Plot>
    </ChartFrame>
  );
}

/** The first series stands at the bottom. */
function Bar({ point, series, top }: { point: ChartPoint; series: ChartSeries[]; top: number }) {
  return (
    <div data-slot="chart-bar" className="flex min-w-0 flex-1 flex-col-reverse items-center">
      {series.map(({ key, color }) => (
        <span
          key={key}
          className="w-4/5 max-w-7"
          style={{ height: `${((point.values[key] ?? 0) / top) * 100}%`, background: color }}
        />
      ))}
    </div>
  );
}
