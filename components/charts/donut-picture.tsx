'use client';

import { Cell, Pie, PieChart, ResponsiveContainer } from 'recharts';
import type { DonutPart } from './donut.tsx';

/** The drawing of Donut; loaded when it is needed. */
export function DonutPicture({ parts }: { parts: DonutPart[] }) {
  const shown = parts.filter((part) => part.value > 0);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <PieChart accessibilityLayer={false}>
        <Pie
          data={shown}
          dataKey="value"
          nameKey="label"
          innerRadius="72%"
          outerRadius="100%"
          startAngle={90}
          endAngle={-270}
          paddingAngle={shown.length > 1 ? 1.5 : 0}
          stroke="none"
          isAnimationActive={false}
          rootTabIndex={-1}
        >
          {shown.map((part) => (
            <Cell key={part.key} fill={part.color} />
          ))}
        </Pie>
      </PieChart>
    </ResponsiveContainer>
  );
}
