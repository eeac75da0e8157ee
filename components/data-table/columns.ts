import type { ColumnDef, RowData } from '@tanstack/react-table';
import type { AppFeatures } from './table-kit.ts';

/** Columns of a table: what `createAppColumnHelper<Row>().columns([…])` makes. */
// biome-ignore lint/suspicious/noExplicitAny: each column has its own value type, and TanStack joins them by any too
export type AppColumns<Row extends RowData> = ReadonlyArray<ColumnDef<AppFeatures, Row, any>>;
