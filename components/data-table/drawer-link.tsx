'use client';

import { useSearchParams } from 'next/navigation';
import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';
import { RowLink } from './row-link.tsx';
import { rowLinkClasses } from './table-cell-classes.ts';

interface Drawer {
  /** The parameter of the address, as `useOpenRow` has it. */
  name: string;
  openRow: (id: number) => void;
}

const DrawerContext = createContext<Drawer>({ name: 'row', openRow: () => {} });

/** Gives a table's rows the verb that opens their drawer. */
export function DrawerProvider({ name, openRow, children }: Drawer & { children: ReactNode }) {
  return <DrawerContext value={{ name, openRow }}>{children}</DrawerContext>;
}

/** Id of a row's link in the table: the drawer gives the focus back to it. */
export const drawerLinkId = (name: string, id: number) => `${name}-${id}`;

/** Names a row: a plain click opens the drawer on this page, any other the address of it. */
export function DrawerLink({ id, children }: { id: number; children: ReactNode }) {
  const { name, openRow } = useContext(DrawerContext);
  const search = new URLSearchParams(useSearchParams());
  search.set(name, String(id));
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openRow(id);
  };
  return (
    <RowLink
      id={drawerLinkId(name, id)}
      href={`?${search}`}
      scroll={false}
      onClick={onClick}
      className={rowLinkClasses}
    >
      {children}
    </RowLink>
  );
}
