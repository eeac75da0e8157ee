'use client';

import { Button } from '../ui/button.tsx';
import { useLocale } from '../ui/viewer.tsx';
import { type CountLine, countLine } from './count-line.ts';
import { type ListCount, type Place, type Total, useTotal } from './use-total.ts';

type Words = Omit<CountLine, 'total' | 'locale' | 'shown'> & Pick<Place, 'shown'>;

/** Which rows of how many; asks for the number itself. Suspends until the server's first answer is there. */
export function CountText({
  count,
  place,
  words,
}: {
  count: ListCount | number | undefined;
  place: Place;
  words: Words;
}) {
  return <TotalText total={useTotal(count, place)} words={words} />;
}

/** The same by a number that is known, or is on its way: its place is kept in the shape that it will have. */
export function TotalText({ total, words }: { total: Total; words: Words }) {
  const locale = useLocale();
  const { shown, noun } = words;
  if (shown === null) return `Loading ${noun[1]}`;
  const line = countLine({ ...words, shown, total: total.total, locale });
  if (total.total !== null) return line;
  if (!total.retry) {
    return (
      <>
        {line && `${line} of `}
        <span className="sr-only">{noun[1]}, counting</span>
        <span aria-hidden className="inline-block h-3 w-20 animate-pulse rounded-sm bg-pressed align-middle" />
      </>
    );
  }
  return (
    <>
      {line && `${line}. `}All {noun[1]} that match could not be counted.{' '}
      <Button variant="link" size="sm" onClick={total.retry}>
        Count again
      </Button>
    </>
  );
}
