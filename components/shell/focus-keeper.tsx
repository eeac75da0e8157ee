'use client';

import { useEffect } from 'react';
import { keepFocus } from './keep-focus.ts';

/** Has the focus kept on every page, for as long as it is open. */
export function FocusKeeper() {
  useEffect(keepFocus, []);
  return null;
}
