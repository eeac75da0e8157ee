import type { ReactNode } from 'react';

/** What a step is about, in one line, and a way aside. */
export function StepHead({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  return (
    <div>
      <h1 className="hyphens-auto break-words font-semibold text-xl tracking-tight">{title}</h1>
      {lead && <p className="text-base text-muted-foreground">{lead}</p>}
      {children}
    </div>
  );
}
