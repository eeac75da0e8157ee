import { Card } from '@/components/ui/card.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';

const sections = ['identity', 'billing', 'contact'];
const fields = ['a', 'b', 'c', 'd', 'e', 'f'];

export default function CompanyProfileLoading() {
  return (
    <div role="status" aria-label="Loading" className="grid max-w-5xl grid-cols-1 gap-8">
      <Skeleton className="w-96 max-w-full" />
      {sections.map((section) => (
        <div key={section} className="grid gap-x-8 gap-y-3 lg:grid-cols-[13rem_minmax(0,1fr)]">
          <div className="grid content-start gap-2">
            <Skeleton className="w-24" />
            <Skeleton className="h-3 w-44" />
          </div>
          <Card className="grid gap-5 p-4 sm:grid-cols-2">
            {fields.map((field) => (
              <div key={field} className="grid gap-2">
                <Skeleton className="h-3 w-28" />
                <Skeleton className="h-8" />
              </div>
            ))}
          </Card>
        </div>
      ))}
    </div>
  );
}
