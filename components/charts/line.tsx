import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { Plot } from './plot.tsx';
import { middleOf, ticksUpTo } from './scale.ts';
import type { ChartPoint, ChartSeries } from './series.ts';

export interface LineProps extends Omit<ChartFrameProps, 'children' | 'legend' | 'series'> {
  series: ChartSeries;
}

/** One number over time. */
export function Line({ series, ...props }: LineProps) {
  const { points } = props;
  const ticks = ticksUpTo(Math.max(...points.map(({ values }) => values[series.key] ?? 0)));
  return (
    <ChartFrame {...props} series={[series]}>
      <Plot points={points} series={[series]} ticks={ticks} mark="dot">
        <Area points={points} series={series} top={ticks.at(-1) ?? 1} />
      </Plot>
    </ChartFrame>
  );
}

/** Drawn in per cent and stretched to the room it gets, all but the stroke. */
function Area({ points, series, top }: { points: ChartPoint[]; series: ChartSeries; top: number }) {
  const corners = points.map(({ values }, index) => {
    const height = ((values[series.key] ?? 0) / top) * 100;
    return `${middleOf(index, points.length).toFixed(2)} ${(100 - height).toFixed(2)}`;
  });
  const line = `M${corners.join('L')}`;
  const [first, last] = [middleOf(0, points.length), middleOf(points.length - 1, points.length)];
  return (
    <svg aria-hidden viewBox="0 0 100 100" preserveAspectRatio="none" className="absolute size-full overflow-visible">
      <path d={`${line}L${last.toFixed(2)} 100L${first.toFixed(2)} 100Z`} fill={series.color} fillOpacity={0.08} />
      {/* The step of no length at its end makes a single point a dot. */}
      <path
        d={`${line}h0`}
        fill="none"
        stroke={series.color}
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
