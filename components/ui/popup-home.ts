'use client';

import { createContext, useContext } from 'react';

const PanelContext = createContext<HTMLElement | null>(null);

/** A dialog or sheet says with it which element the popups of what it holds belong into. */
export const PopupHome = PanelContext.Provider;

/**
 * Where a menu or a tooltip is put while it is open: into the dialog that it belongs to, else into the main part of the
 * page. What stands at the end of the body is in no landmark, and who walks a page by its landmarks never meets it.
 * Undefined where a page has neither.
 */
export function usePopupHome(): HTMLElement | undefined {
  const panel = useContext(PanelContext);
  if (panel) return panel;
  return typeof document === 'undefined' ? undefined : (document.querySelector('main') ?? undefined);
}
