import type { ReactNode } from 'react';

/** What an API is for, and where its document is. */
export const DocumentLine = ({ path, children }: { path: string; children: ReactNode }) => (
  <p className="text-muted-foreground">
    {children} Made from{' '}
    <a href={path} className="focus-ring rounded-sm underline underline-offset-2">
      its OpenAPI document
    </a>
    .
  </p>
);
