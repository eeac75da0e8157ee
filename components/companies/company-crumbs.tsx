'use client';

import { useSelectedLayoutSegments } from 'next/navigation';
import { PageCrumbs } from '@/components/shell/page-crumbs.tsx';

/** Where in the company one is. Part of the layout of its pages, so that it stands while one of them loads. */
export function CompanyCrumbs({ companyId, name }: { companyId: number; name: string }) {
  const [tab, syncId] = useSelectedLayoutSegments();
  const company = { label: name, href: `/companies/${companyId}` };
  return <PageCrumbs items={tab === 'syncs' && syncId ? [company, { label: 'Sync' }] : [company]} />;
}
