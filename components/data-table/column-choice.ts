import type { ColumnLook } from './table-kit.ts';

/** What of a column's definition decides whether it is shown. */
interface Column {
  id?: string;
  accessorKey?: unknown;
  header?: unknown;
  meta?: ColumnLook;
}

export interface ChoosableColumn {
  id: string;
  label: string;
}

const idOf = (column: Column): string => column.id ?? String(column.accessorKey);

/** The columns a person may take away or add: all but the first, which names the row, and the one of menus. */
export const choosableColumns = (columns: readonly Column[]): ChoosableColumn[] =>
  columns
    .slice(1)
    .filter((column) => !column.meta?.hiddenHead)
    .map((column) => ({ id: idOf(column), label: String(column.header) }));

/** Of those, the ones that stand there until somebody chooses. */
export const usualColumns = (columns: readonly Column[]): string[] =>
  choosableColumns(columns.filter((column) => !column.meta?.extra)).map(({ id }) => id);

/** Which columns are shown, by id: the chosen ones, or without a choice the usual ones. */
export function columnVisibility(
  columns: readonly Column[],
  chosen: readonly string[] | null,
): Record<string, boolean> {
  const shown = new Set(chosen ?? usualColumns(columns));
  return Object.fromEntries(choosableColumns(columns).map(({ id }) => [id, shown.has(id)]));
}

/** The choice after a column was switched, in the table's own order; null when it comes out as the usual one. */
export function columnsAfter(
  columns: readonly Column[],
  chosen: readonly string[] | null,
  id: string,
  shown: boolean,
): string[] | null {
  const visible = { ...columnVisibility(columns, chosen), [id]: shown };
  const next = choosableColumns(columns).flatMap((column) => (visible[column.id] ? [column.id] : []));
  return next.join() === usualColumns(columns).join() ? null : next;
}
