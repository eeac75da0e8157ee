/** A body of rows of which not all are drawn. */
export interface RowSpan {
  count: number;
  /** About how high a row is, in pixels. */
  rowHeight: number;
  /** Cells that a gap spans. */
  columns: number;
}

/** Pages up to this many rows are drawn whole: they scroll well, and the browser's search finds all of them. */
export const drawnWhole = 100;

/** Rows of a long page that are drawn until the code that draws only those in the window is there. */
export const drawnFirst = 60;
