/** The look of the axes and grid of every chart: sparse and quiet. */
export const axisTick = { fill: 'var(--muted-foreground)', fontSize: 11 };
export const gridStroke = 'var(--border)';
export const chartMargin = { top: 8, right: 4, bottom: 0, left: 0 };
