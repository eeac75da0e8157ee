'use client';

import { createContext, type ReactNode, useContext } from 'react';

const MayWrite = createContext(false);

/** Tells a table's rows whether the viewer may change companies; the server decides again at every change. */
export function MayWriteProvider({ value, children }: { value: boolean; children: ReactNode }) {
  return <MayWrite value={value}>{children}</MayWrite>;
}

export const useMayWrite = (): boolean => useContext(MayWrite);
