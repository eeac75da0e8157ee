import { Skeleton } from '@/components/ui/skeleton.tsx';
import { loadReader } from '../_components/load-reader.ts';

export default async function ConnectLoading() {
  const { words } = await loadReader();
  return (
    <div className="grid gap-5" role="status" aria-label={words.page.loading}>
      <Skeleton className="h-10 w-56" />
      <Skeleton className="h-6 w-full" />
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-36 w-full" />
      <Skeleton className="h-44 w-full" />
    </div>
  );
}
