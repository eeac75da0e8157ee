// Fetched by who reads Hindi and has text in it alone: the file is named by the characters that it has.
import '@fontsource-variable/noto-sans-devanagari/wght.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { WordsProvider } from '@/components/connections/words-context.tsx';
import { loadReader } from './_components/load-reader.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await loadReader();
  return { title: { absolute: words.page.title }, robots: { index: false } };
}

/** One centred column in the reader's language, no console chrome. */
export default async function ConnectLayout({ children }: { children: ReactNode }) {
  const { words } = await loadReader();
  return (
    <WordsProvider words={words}>
      <main
        tabIndex={-1}
        className="mx-auto flex min-h-dvh w-full max-w-connect flex-col gap-6 px-4 py-8 outline-none sm:py-14"
      >
        {children}
      </main>
    </WordsProvider>
  );
}
