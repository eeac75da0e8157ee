'use client';

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCompact } from '../../lib/format/number.ts';
import { useLocale } from '../ui/viewer.tsx';
import { axisTick, chartMargin, gridStroke } from './axis.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import type { ChartPoint, ChartSeries } from './series.ts';

/** The drawing of StackedBars; loaded when it is needed. */
export function StackedBarsPicture({ points, series }: { points: ChartPoint[]; series: ChartSeries[] }) {
  const locale = useLocale();
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={points} margin={chartMargin} accessibilityLayer={false} maxBarSize={28} barCategoryGap="22%">
        <CartesianGrid vertical={false} stroke={gridStroke} />
        <XAxis dataKey="label" tick={axisTick} tickLine={false} axisLine={false} minTickGap={32} />
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
          cursor={{ fill: 'var(--hover)' }}
          content={(props) => <ChartTooltip {...props} series={series} locale={locale} />}
        />
        {series.map(({ key, color }) => (
          <Bar key={key} dataKey={`values.${key}`} stackId="all" fill={color} isAnimationActive={false} />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
