import type { ReactNode } from 'react';
import { RecordsNav } from './_components/records-nav.tsx';

interface Props {
  children: ReactNode;
  params: Promise<{ companyId: string }>;
}

/** Every model that has no tab of its own, and how many records there are of each. */
export default async function CompanyRecordsLayout({ children, params }: Props) {
  const { companyId } = await params;
  return (
    <div className="grid min-w-0 grid-cols-1 gap-x-6 gap-y-4 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <RecordsNav companyId={companyId} />
      {children}
    </div>
  );
}
