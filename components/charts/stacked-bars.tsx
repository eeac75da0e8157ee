'use client';

import dynamic from 'next/dynamic';
import { ChartFrame, type ChartFrameProps, ChartSkeleton } from './chart-frame.tsx';

const Picture = dynamic(() => import('./stacked-bars-picture.tsx').then((module) => module.StackedBarsPicture), {
  ssr: false,
  loading: () => <ChartSkeleton className="h-full" />,
});

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
  return (
    <ChartFrame {...props} legend>
      <Picture points={props.points} series={props.series} />
    </ChartFrame>
  );
}
