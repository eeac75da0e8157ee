'use client';

import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCompact } from '../../lib/format/number.ts';
import { useLocale } from '../ui/viewer.tsx';
import { axisTick, chartMargin, gridStroke } from './axis.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import type { ChartPoint, ChartSeries } from './series.ts';

/** The drawing of Line; loaded when it is needed. */
export function LinePicture({ points, series }: { points: ChartPoint[]; series: ChartSeries }) {
  const locale = useLocale();
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart data={points} margin={chartMargin} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke={gridStroke} />
        <XAxis dataKey="label" tick={axisTick} tickLine={false} axisLine={false} minTickGap={40} />
        <YAxis
          width={36}
          tick={axisTick}
          tickLine={false}
          axisLine={false}
          tickCount={3}
          allowDecimals={false}
          tickFormatter={(value: number) => formatCompact(value, locale)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--border-strong)' }}
          content={(props) => <ChartTooltip {...props} series={[series]} locale={locale} />}
        />
        <Area
          dataKey={`values.${series.key}`}
          type="monotone"
          stroke={series.color}
          strokeWidth={1.5}
          fill={series.color}
          fillOpacity={0.08}
          dot={points.length < 2}
          activeDot={{ r: 3, strokeWidth: 0 }}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
