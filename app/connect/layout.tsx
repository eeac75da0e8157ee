import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Connect your books', robots: { index: false } };

/** One centred column, no console chrome. */
export default function ConnectLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-connect flex-col gap-6 px-4 py-10 sm:py-16">{children}</main>
  );
}
