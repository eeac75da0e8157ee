'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { type OnSearch, SearchWait } from './search-wait.ts';

const waitMs = 250;

/**
 * The text of a search field, which is put in force a moment after the last key.
 *
 * What is clicked in that moment comes after the search. A change of the address calls off the navigation that a link has
 * begun, and rows that are exchanged while a button is held down take the click with them: so a search does not begin
 * while the pointer is down, and one that waits when a link is clicked is in the address first, where Back finds it again.
 *
 * @param value the search that is in force
 * @param field what is clicked in here belongs to the search itself
 */
export function useDelayedSearch(value: string, onSearch: OnSearch, field: RefObject<HTMLElement | null>) {
  const [text, setText] = useState(value);
  const inForce = useRef(value);
  const [wait] = useState(() => new SearchWait());

  // The address may change from elsewhere (back, clear filters): then the field follows. Its own searches it leaves be.
  useEffect(() => {
    if (value !== inForce.current) setText(value);
    inForce.current = value;
  }, [value]);

  useEffect(() => {
    wait.onSearch = (search) => {
      inForce.current = search;
      onSearch(search);
    };
  }, [wait, onSearch]);

  useEffect(() => {
    const isOwn = ({ target }: Event) => target instanceof Node && field.current?.contains(target) === true;
    const onPointerDown = (event: Event) => !isOwn(event) && wait.hold();
    const onPointerUp = () => wait.goOn();
    const onClick = (event: MouseEvent) => {
      if (!isOwn(event) && followsLink(event)) wait.end();
    };
    // On the window, before the page's own handlers.
    window.addEventListener('pointerdown', onPointerDown, true);
    window.addEventListener('pointerup', onPointerUp, true);
    window.addEventListener('pointercancel', onPointerUp, true);
    window.addEventListener('click', onClick, true);
    return () => {
      wait.callOff();
      window.removeEventListener('pointerdown', onPointerDown, true);
      window.removeEventListener('pointerup', onPointerUp, true);
      window.removeEventListener('pointercancel', onPointerUp, true);
      window.removeEventListener('click', onClick, true);
    };
  }, [wait, field]);

  return {
    text,
    search: (next: string, delayMs = waitMs) => {
      setText(next);
      wait.begin(next.trim(), delayMs);
    },
  };
}

/** Whether a click follows a link in this tab. */
function followsLink(event: MouseEvent): boolean {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  return isPlain && event.target instanceof Element && event.target.closest('a[href]') !== null;
}
