import { Card, CardHeader } from '@/components/ui/card.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';

const widths = ['w-3/5', 'w-2/5', 'w-1/2', 'w-1/3'];

/** The lines of a card before they are there. */
export function LinesSkeleton({ lines }: { lines: number }) {
  return (
    <div role="status" aria-label="Loading" className="mt-1 divide-y border-t">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing but the index tells these lines apart
        <div key={line} className="flex h-9 items-center px-4">
          <Skeleton className={`h-3 ${widths[line % widths.length]}`} />
        </div>
      ))}
    </div>
  );
}

/** A card with a title line before it is there. */
export function CardSkeleton({ lines }: { lines: number }) {
  return (
    <Card>
      <CardHeader>
        <Skeleton className="h-3.5 w-24" />
      </CardHeader>
      <LinesSkeleton lines={lines} />
    </Card>
  );
}
