import type { ReactNode } from 'react';
import { Card, CardContent } from '@/components/ui/card.tsx';

/** The card of a page without an account: its title, one line, the form. */
export function AuthCard({
  title,
  description,
  children,
}: {
  title: string;
  description: string;
  children: ReactNode;
}) {
  return (
    <Card>
      <CardContent className="grid gap-6 p-6">
        <div className="grid gap-1">
          <h1 className="font-semibold text-xl">{title}</h1>
          <p className="text-muted-foreground">{description}</p>
        </div>
        {children}
      </CardContent>
    </Card>
  );
}
