'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount } from '../../lib/format/number.ts';
import { Button } from '../ui/button.tsx';
import { useLocale } from '../ui/viewer.tsx';
import { pageState } from './row-selection.ts';
import type { RowSelection } from './use-row-selection.ts';
import { type ListCount, type Place, useTotal } from './use-total.ts';

export interface SelectionBarProps {
  selection: RowSelection;
  /** Ids of the rows on this page. */
  page: readonly string[];
  count: ListCount | number | undefined;
  place: Place;
  noun: readonly [one: string, many: string];
  /** What can be done with the chosen rows. */
  actions: ReactNode;
}

/** Slides in at the bottom while rows are chosen: how many, all that match, and what to do with them. */
export function SelectionBar(props: SelectionBarProps) {
  const { chosen } = props.selection;
  return chosen.all || chosen.ids.length > 0 ? <ChosenBar {...props} /> : null;
}

function ChosenBar({ selection, page, count, place, noun, actions }: SelectionBarProps) {
  const locale = useLocale();
  // Without the server's answer: what somebody has chosen does not wait for it.
  const { total } = useTotal(typeof count === 'object' ? { query: count.query } : count, place);
  const { chosen } = selection;
  const figure = chosen.all ? total : chosen.ids.length;
  const areMore = total === null || total > chosen.ids.length;
  const all = total === null ? noun[1] : formatCount(total, noun[0], noun[1], locale);
  return (
    <section
      data-slot="selection-bar"
      aria-label={`Chosen ${noun[1]}`}
      className="fade-in-0 slide-in-from-bottom-2 sticky bottom-4 z-3 mx-auto flex w-fit max-w-full animate-in items-center gap-x-3 gap-y-2 rounded-md bg-surface px-3 py-2 shadow-overlay duration-150 max-lg:grid max-lg:w-full max-lg:grid-cols-[1fr_auto] lg:flex-wrap"
    >
      <p role="status" className="num font-medium">
        {chosen.all && 'All '}
        {figure === null ? noun[1] : formatCount(figure, noun[0], noun[1], locale)}
        {chosen.all ? ' that match' : ' chosen'}
      </p>
      {!chosen.all && areMore && pageState(chosen, page) === true && (
        <Button variant="link" onClick={selection.chooseAll} className="max-lg:col-span-2 max-lg:justify-self-start">
          Choose all {all} that match
        </Button>
      )}
      <div className="flex flex-wrap items-center gap-1.5 max-lg:col-span-2 max-lg:gap-1">{actions}</div>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label="Choose nothing"
        onClick={selection.clear}
        className="max-lg:col-start-2 max-lg:row-start-1"
      >
        <X aria-hidden />
      </Button>
    </section>
  );
}
