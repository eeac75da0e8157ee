import { CardSkeleton } from './_components/skeletons.tsx';

/** The overview in its own shape; the other tabs have their own. */
export default function CompanyLoading() {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="grid gap-4">
        <CardSkeleton lines={5} />
        <CardSkeleton lines={6} />
      </div>
      <div className="grid gap-4">
        <CardSkeleton lines={1} />
        <CardSkeleton lines={5} />
      </div>
    </div>
  );
}
