import { Skeleton } from '@/components/ui/skeleton.tsx';
import { CardSkeleton } from '../../_components/skeletons.tsx';

export default function CompanySyncLoading() {
  return (
    <div className="grid gap-4">
      <Skeleton className="w-20" />
      <Skeleton className="h-6 w-72" />
      <CardSkeleton lines={2} />
      <CardSkeleton lines={5} />
    </div>
  );
}
