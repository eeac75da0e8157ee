/** Where the focus was. */
interface Spot {
  element: HTMLElement;
  /** Which child of what each element around it was, from the inside out. */
  trail: { parent: Element; index: number }[];
  /** The menu or dialog around it, which takes all its spots along when it closes. */
  panel: Element | null;
  path: string;
}

const panels = '[role=dialog], [role=alertdialog], [role=menu]';
/** What can have the focus, or can again once it has done its work. */
const focusable =
  'a[href], button:is(:enabled, [aria-busy=true]), input:not(:disabled, [type=hidden]), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/**
 * Keeps the focus from falling out of the page. A row that was deleted, a chip that was taken off, a button that is
 * disabled while it works, or a menu whose row was redrawn, takes the focus with it, and who works by keyboard begins
 * at the top again. Then it goes back to where it was, to what stands there now, or to the main part of a new page.
 * Answers how to stop.
 */
export function keepFocus(): () => void {
  let last: Spot | null = null;
  let outside: Spot | null = null;
  let waiting = 0;
  let isScrolling = false;

  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    last = spotOf(target);
    if (!last.panel) outside = last;
  };
  // A press beside everything gives the focus up on purpose; on a control it comes again with it.
  const forget = () => {
    last = null;
  };
  const restore = () => {
    if (!isLost() || !last) return;
    const spot = last.panel?.isConnected === false ? outside : last;
    // What is open holds the focus by itself, or is about to take it.
    if (!spot || (spot.panel === null && document.querySelector(panels))) return;
    focusHeir(spot);
  };
  // A long list takes its rows away as it is scrolled: that is no loss, and a focus that moves would stop the scrolling.
  const scroll = () => {
    isScrolling = true;
    requestAnimationFrame(() => {
      isScrolling = false;
    });
  };
  const watch = () => {
    if (!isLost() || !last) return;
    if (isScrolling) return forget();
    cancelAnimationFrame(waiting);
    // Two frames: whoever closes a dialog gives the focus back by themselves first.
    waiting = requestAnimationFrame(() => {
      waiting = requestAnimationFrame(restore);
    });
  };

  const changes = new MutationObserver(watch);
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] });
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget, true);
  document.addEventListener('scroll', scroll, { capture: true, passive: true });
  return () => {
    cancelAnimationFrame(waiting);
    changes.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget, true);
    document.removeEventListener('scroll', scroll, { capture: true });
  };
}

const isLost = () => document.activeElement === null || document.activeElement === document.body;

function spotOf(element: HTMLElement): Spot {
  const trail: Spot['trail'] = [];
  for (let child: Element = element; child.parentElement && child !== document.body; child = child.parentElement) {
    const parent = child.parentElement;
    trail.push({ parent, index: Array.prototype.indexOf.call(parent.children, child) });
  }
  return { element, trail, panel: element.closest(panels), path: window.location.pathname };
}

/** Focuses what was focused, or what stands at its spot now; what is still busy takes it at the next change. */
function focusHeir({ element, trail, path }: Spot): void {
  if (element.isConnected) {
    element.focus({ preventScroll: true });
    if (!isLost() || element.ariaBusy === 'true') return;
  }
  const heir = path === window.location.pathname ? heirOf(trail) : null;
  (heir ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
}

/** The first control in what took the place, or near it. */
function heirOf(trail: Spot['trail']): HTMLElement | null {
  for (const { parent, index } of trail) {
    if (!parent.isConnected) continue;
    if (parent === document.body) return null;
    const near = parent.children[Math.min(index, parent.children.length - 1)];
    const heir = near ? (controlIn(near) ?? controlIn(parent)) : null;
    if (heir) return heir;
  }
  return null;
}

function controlIn(element: Element): HTMLElement | null {
  if (element instanceof HTMLElement && element.matches(focusable)) return element;
  const controls = element.querySelectorAll<HTMLElement>(focusable);
  return [...controls].find((control) => control.checkVisibility()) ?? null;
}
