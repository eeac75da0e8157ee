import type { ReactNode } from 'react';
import { Wordmark } from './_components/wordmark.tsx';

/** One card in the middle; on phones it begins near the top, so that the keyboard does not push it away. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main
      tabIndex={-1}
      className="grid min-h-dvh content-start justify-items-center gap-6 px-4 py-10 sm:content-center sm:py-16 outline-none"
    >
      <Wordmark />
      <div className="w-full max-w-sm">{children}</div>
    </main>
  );
}
