'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Words } from './words/words.ts';

const WordsContext = createContext<Words | null>(null);

/** Hands the words of the reader's language to the connect page's client parts. */
export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The connect page's words in the reader's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('This part belongs on the connect page');
  return words;
}
