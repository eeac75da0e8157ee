'use client';

import { Root as Slot } from 'radix-ui/slot';
import {
  type ComponentProps,
  type ComponentType,
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useContext,
  useEffect,
  useState,
} from 'react';

export interface OverlayRootProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Whether the page behind is shut off while it is open; dialogs do that, menus don't. */
  modal?: boolean;
  children?: ReactNode;
}

export interface OverlayTriggerProps extends ComponentProps<'button'> {
  /** The only child is the trigger. */
  asChild?: boolean;
}

interface OverlayParts {
  Root: ComponentType<OverlayRootProps>;
  Trigger: ComponentType<OverlayTriggerProps>;
}

interface OverlayState {
  /** Its code is here. */
  ready: boolean;
  preload: () => void;
  open: () => void;
}

/**
 * Makes Root and Trigger of an overlay whose code is loaded when somebody reaches for it: menus and dialogs weigh more
 * than the rest of a page's script, and most are never opened. Until then the trigger is a plain button that says what
 * it will open; pointing at it fetches the code, pressing it opens.
 *
 * @param load imports the Radix parts
 * @param kind what opens: it decides `aria-haspopup` and whether the page behind is shut off
 */
export function createLazyOverlay<Parts extends OverlayParts>(
  load: () => Promise<Parts>,
  kind: 'menu' | 'dialog' | 'popover',
) {
  const Context = createContext<OverlayState | null>(null);
  let parts: Parts | undefined;
  let loading: Promise<Parts> | undefined;
  const fetchParts = () => {
    loading ??= load().then(
      (loaded) => {
        parts = loaded;
        return loaded;
      },
      (error) => {
        // Offline, say: the next try asks again.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };

  function Root({ open: controlled, onOpenChange, modal = kind === 'dialog', children }: OverlayRootProps) {
    const [own, setOwn] = useState(false);
    const [ready, setReady] = useState(false);
    const open = controlled ?? own;
    const setOpen = (next: boolean) => {
      setOwn(next);
      onOpenChange?.(next);
    };
    useEffect(() => {
      if (open && !ready) void fetchParts().then(() => setReady(true));
    }, [open, ready]);
    const state = { ready, preload: () => void fetchParts(), open: () => setOpen(true) };
    const Loaded = ready ? parts?.Root : undefined;
    return (
      <Context value={state}>
        {Loaded ? (
          <Loaded open={open} onOpenChange={setOpen} modal={modal}>
            {children}
          </Loaded>
        ) : (
          children
        )}
      </Context>
    );
  }

  function Trigger(props: OverlayTriggerProps) {
    const overlay = useContext(Context);
    if (overlay?.ready && parts) return <parts.Trigger {...props} />;
    const { asChild, onClick, onKeyDown, ...rest } = props;
    const Element = asChild ? Slot : 'button';
    return (
      <Element
        type={asChild ? undefined : 'button'}
        aria-haspopup={kind === 'menu' ? 'menu' : 'dialog'}
        aria-expanded={false}
        data-state="closed"
        onPointerEnter={overlay?.preload}
        onFocus={overlay?.preload}
        onClick={(event: MouseEvent<HTMLButtonElement>) => {
          onClick?.(event);
          if (!event.defaultPrevented) overlay?.open();
        }}
        onKeyDown={(event: KeyboardEvent<HTMLButtonElement>) => {
          onKeyDown?.(event);
          if (kind !== 'menu' || event.key !== 'ArrowDown') return;
          event.preventDefault();
          overlay?.open();
        }}
        {...rest}
      />
    );
  }

  /** The Radix parts, or undefined until they are here: content then renders nothing. */
  function useParts(): Parts | undefined {
    return useContext(Context)?.ready ? parts : undefined;
  }

  /** The Radix parts for what stands inside content, which renders only when they are here. */
  function loadedParts(): Parts {
    if (!parts) throw new Error('This part belongs inside the content of its overlay');
    return parts;
  }

  return { Root, Trigger, useParts, loadedParts };
}
