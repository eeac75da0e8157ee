/** The veil behind dialogs and sheets. */
export const overlayClasses =
  'fixed inset-0 z-50 bg-overlay data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 duration-150';

/** A panel in the middle of the screen: by margins, because a moved one would hold and cut off what is fixed inside. */
export const dialogClasses =
  'fixed inset-0 z-50 m-auto grid h-fit max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-md gap-4 overflow-y-auto rounded-md bg-surface p-5 text-foreground shadow-overlay outline-none duration-150 data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 data-[state=closed]:zoom-out-98 data-[state=open]:zoom-in-98';

/** Small panels at a trigger: menus, popovers. */
export const popupClasses =
  'z-50 rounded-md bg-surface text-foreground text-sm shadow-overlay outline-none duration-120 data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 data-[state=closed]:zoom-out-98 data-[state=open]:zoom-in-98';
