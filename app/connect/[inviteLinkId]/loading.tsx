import { Skeleton } from '@/components/ui/skeleton.tsx';

export default function ConnectLoading() {
  return (
    <div className="grid gap-5" role="status" aria-label="Loading">
      <Skeleton className="h-10 w-56" />
      <Skeleton className="h-6 w-full" />
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-36 w-full" />
      <Skeleton className="h-44 w-full" />
    </div>
  );
}
