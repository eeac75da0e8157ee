'use client';

import { createContext, Fragment, type ReactNode, useContext } from 'react';
import { matchesIn } from '../../lib/format/search-match.ts';

const Search = createContext('');

/** Tells a table's cells what is searched for. */
export function SearchProvider({ search, children }: { search: string; children: ReactNode }) {
  return <Search value={search}>{children}</Search>;
}

/** A text in which what is searched for is marked. For the columns that the search looks in. */
export function SearchMatch({ text }: { text: string }) {
  const ranges = matchesIn(text, useContext(Search));
  if (ranges.length === 0) return text;
  let at = 0;
  const parts = ranges.map(([from, to]) => {
    const before = text.slice(at, from);
    at = to;
    return (
      <Fragment key={from}>
        {before}
        <mark className="rounded-xs bg-mark text-inherit">{text.slice(from, to)}</mark>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
