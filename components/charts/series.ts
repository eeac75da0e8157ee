/** One coloured part of a chart. */
export interface ChartSeries {
  /** Name of the value in each point. */
  key: string;
  label: string;
  /** A CSS colour: `toneSolid.success`, `var(--primary)`. */
  color: string;
}

/** One place on the axis: its label and one number a series. */
export interface ChartPoint {
  /** Sparse text under the axis: `21 Nov`. */
  label: string;
  /** Exact text in the tooltip and the table: `Sat 21 Nov 2026`. Falls back to the label. */
  title?: string;
  values: Record<string, number>;
}

/** Whether there is anything to draw. */
export const hasValues = (points: ChartPoint[], series: ChartSeries[]) =>
  points.some((point) => series.some(({ key }) => (point.values[key] ?? 0) !== 0));

/** All of a point together. */
export const totalOf = ({ values }: ChartPoint, series: ChartSeries[]): number =>
  series.reduce((sum, { key }) => sum + (values[key] ?? 0), 0);
