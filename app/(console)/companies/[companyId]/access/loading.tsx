import { CardSkeleton } from '../_components/skeletons.tsx';

export default function CompanyAccessLoading() {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="grid gap-4">
        <CardSkeleton lines={4} />
        <CardSkeleton lines={4} />
      </div>
      <div className="grid gap-4">
        <CardSkeleton lines={1} />
        <CardSkeleton lines={2} />
      </div>
    </div>
  );
}
