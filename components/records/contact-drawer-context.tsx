'use client';

import { createContext, type ReactNode, useContext } from 'react';

const OpenContact = createContext<(id: number) => void>(() => {});

/** Gives the table's rows the verb that opens the drawer. */
export function OpenContactProvider({ value, children }: { value: (id: number) => void; children: ReactNode }) {
  return <OpenContact value={value}>{children}</OpenContact>;
}

export const useOpenContactDrawer = () => useContext(OpenContact);
