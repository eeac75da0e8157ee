/** The look that input, textarea and select share. */
export const fieldClasses =
  'w-full min-w-0 rounded-md border border-border-strong bg-surface text-sm text-foreground transition-colors placeholder:text-muted-foreground hover:border-control focus-visible:border-ring focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-ring disabled:cursor-not-allowed disabled:bg-subtle disabled:text-muted-foreground [&[readonly]]:bg-subtle aria-invalid:border-danger aria-invalid:focus-visible:outline-danger';
