'use client';

import dynamic from 'next/dynamic';
import { ChartFrame, type ChartFrameProps, ChartSkeleton } from './chart-frame.tsx';
import type { ChartSeries } from './series.ts';

const Picture = dynamic(() => import('./line-picture.tsx').then((module) => module.LinePicture), {
  ssr: false,
  loading: () => <ChartSkeleton className="h-full" />,
});

export interface LineProps extends Omit<ChartFrameProps, 'children' | 'legend' | 'series'> {
  series: ChartSeries;
}

/** One number over time. */
export function Line({ series, ...props }: LineProps) {
  return (
    <ChartFrame {...props} series={[series]}>
      <Picture points={props.points} series={series} />
    </ChartFrame>
  );
}
