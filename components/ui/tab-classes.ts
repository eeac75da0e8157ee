/** The look that Tabs and NavTabs share. */
export const tabListClasses = 'flex gap-5 overflow-x-auto border-b [scrollbar-width:none]';

export const tabClasses =
  '-mb-px relative inline-flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 font-medium text-muted-foreground text-sm transition-colors hover:text-foreground focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring data-[state=active]:border-primary data-[state=active]:text-foreground aria-[current=page]:border-primary aria-[current=page]:text-foreground';
