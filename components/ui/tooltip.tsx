'use client';

import { Root as Slot } from 'radix-ui/slot';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { usePopupHome } from './popup-home.ts';

export interface TooltipProps {
  content: ReactNode;
  side?: 'top' | 'right';
  /** What it explains; must take focus. It needs its own accessible name: a tooltip is only an addition. */
  children: ReactNode;
}

const showAfterMs = 300;
const hideAfterMs = 80;
const gap = 6;
const edge = 8;

/**
 * A short explanation on hover and focus; Escape hides it, the pointer may move onto it. Written here and not taken
 * from Radix, whose positioning code weighs more than a whole page of ours.
 */
export function Tooltip({ content, side = 'top', children }: TooltipProps) {
  const id = useId();
  const home = usePopupHome();
  const [anchor, setAnchor] = useState<DOMRect | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const change = useCallback((next: DOMRect | null, afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(next), afterMs);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  useHideOn(anchor !== null, () => change(null, 0));
  const show = (element: EventTarget & Element, afterMs: number) => change(element.getBoundingClientRect(), afterMs);
  const hide = () => change(null, hideAfterMs);
  return (
    <>
      <Slot
        aria-describedby={anchor ? id : undefined}
        onPointerEnter={(event) => event.pointerType === 'mouse' && show(event.currentTarget, showAfterMs)}
        onPointerLeave={hide}
        onPointerDown={() => change(null, 0)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && show(event.currentTarget, 0)}
        onBlur={() => change(null, 0)}
      >
        {children}
      </Slot>
      {anchor &&
        createPortal(
          <div
            data-slot="tooltip"
            role="tooltip"
            id={id}
            ref={(panel) => place(panel, anchor, side)}
            onPointerEnter={() => clearTimeout(timer.current)}
            onPointerLeave={hide}
            className="fade-in-0 fixed top-0 left-0 z-50 w-max max-w-72 animate-in rounded-md bg-foreground px-2 py-1 text-background text-xs duration-120"
          >
            {content}
          </div>,
          home ?? document.body,
        )}
    </>
  );
}

/** Puts the panel beside its anchor, inside the window; below the anchor where there is no room above. */
function place(panel: HTMLElement | null, anchor: DOMRect, side: 'top' | 'right'): void {
  if (!panel) return;
  const { offsetWidth: width, offsetHeight: height } = panel;
  const above = anchor.top - height - gap;
  const top = side === 'right' ? anchor.top + (anchor.height - height) / 2 : above < edge ? anchor.bottom + gap : above;
  const left = side === 'right' ? anchor.right + gap : anchor.left + (anchor.width - width) / 2;
  panel.style.top = `${Math.round(top)}px`;
  panel.style.left = `${Math.round(Math.min(Math.max(left, edge), window.innerWidth - width - edge))}px`;
}

/** Runs `hide` on Escape and on scrolling, which would leave the panel behind. */
function useHideOn(active: boolean, hide: () => void): void {
  const latest = useRef(hide);
  latest.current = hide;
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && latest.current();
    const onScroll = () => latest.current();
    document.addEventListener('keydown', onKey);
    window.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      document.removeEventListener('keydown', onKey);
      window.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, [active]);
}
