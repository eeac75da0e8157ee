'use client';

import {
  columnVisibilityFeature,
  createTableHook,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';

/** How a column looks. */
export interface ColumnLook {
  /** Numbers stand right, under a right-set head. */
  align?: 'left' | 'right';
  /** Classes of head and cells, such as a width: `w-32`, `max-w-64`. */
  className?: string;
  /** Leaves the column out where the table has less room than 640, 896 or 1,136 px. */
  from?: 'md' | 'lg' | 'xl';
  /** The head is for screen readers only, as over a column of menus. */
  hiddenHead?: boolean;
  /** Stands in the table only when somebody chooses it. */
  extra?: boolean;
}

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<ColumnLook>(),
});

/**
 * The app's table: the server sorts and pages, one column at a time. Features that a list needs (such as selection) are
 * added here, once, for all.
 */
export const { useAppTable, createAppColumnHelper } = createTableHook({
  features,
  manualSorting: true,
  enableMultiSort: false,
  enableSortingRemoval: false,
});

/** The features of every table of the app, for types. */
export type AppFeatures = typeof features;
