'use client';

import { useMemo, useState } from 'react';
import { afterPage, afterRow, type Chosen, chosenOf, nothingChosen } from './row-selection.ts';
import { tableQuery } from './table-params.ts';
import type { TableControl } from './use-table-params.ts';

/** A list's choice of rows with the verbs that change it. */
export interface RowSelection {
  chosen: Chosen;
  toggleRow: (id: string, ticked: boolean, page: readonly string[]) => void;
  togglePage: (page: readonly string[], ticked: boolean) => void;
  chooseAll: () => void;
  clear: () => void;
}

/** The choice of rows of a list; it stays while one turns pages, and ends when search, filters or order change. */
export function useRowSelection(control: Pick<TableControl, 'params'>): RowSelection {
  const { params } = control;
  const list = useMemo(() => tableQuery({ ...params, after: null }).toString(), [params]);
  const [stored, setStored] = useState<Chosen>(() => nothingChosen(list));
  const chosen = chosenOf(stored, list);
  return {
    chosen,
    toggleRow: (id, ticked, page) => setStored(afterRow(chosen, id, ticked, page)),
    togglePage: (page, ticked) => setStored(afterPage(chosen, page, ticked)),
    chooseAll: () => setStored({ list, ids: [], all: true }),
    clear: () => setStored(nothingChosen(list)),
  };
}
