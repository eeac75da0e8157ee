import type { Metadata } from 'next';
import { ErasureProgress } from '@/components/companies/erasure-progress.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { companyErasure } from '@/lib/domain/companies/erasure-view.ts';
import { orNotFound } from '../../../_components/or-not-found.ts';

export const metadata: Metadata = { title: 'Erasure of a company' };

/** What became of a company that was erased for good. */
export default async function ErasurePage({ params }: { params: Promise<{ companyId: string }> }) {
  const [{ ctx }, { companyId }] = await Promise.all([requireSession(), params]);
  const erasure = await orNotFound(async () => companyErasure(ctx, { companyId: companyIdFrom(companyId) }));
  return (
    <PageBody>
      <PageHead title={erasure.name} description="This company was erased for good." />
      <ErasureProgress initial={erasure} />
    </PageBody>
  );
}
