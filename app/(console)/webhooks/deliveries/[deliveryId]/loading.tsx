import { Skeleton } from '@/components/ui/skeleton.tsx';

export default function DeliveryLoading() {
  return (
    <div className="grid grid-cols-1 gap-4">
      <Skeleton className="w-24" />
      <Skeleton className="h-6 w-64" />
      <Skeleton className="h-28" />
      <Skeleton className="h-56" />
    </div>
  );
}
