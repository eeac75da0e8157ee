import type { ReactNode } from 'react';
import { Card, CardDescription, CardHeader, CardTitle } from '@/components/ui/card.tsx';

/** One kind of token: what it is, and its table or that there is none. */
export function TokensCard({
  title,
  description,
  empty,
  count,
  children,
}: {
  title: string;
  description: string;
  /** Stands in place of the table while there is none. */
  empty: string;
  count: number;
  children: ReactNode;
}) {
  return (
    <Card>
      <CardHeader className="pb-3">
        <div>
          <CardTitle>{title}</CardTitle>
          <CardDescription>{description}</CardDescription>
        </div>
      </CardHeader>
      {count > 0 ? children : <p className="border-t px-4 py-3 text-muted-foreground">{empty}</p>}
    </Card>
  );
}
