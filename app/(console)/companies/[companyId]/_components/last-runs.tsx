import { RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { RecentRuns } from '@/components/syncs/recent-runs.tsx';
import { CardFooter } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { companyRuns } from '@/lib/domain/syncs/company-runs.ts';
import { formatCount } from '@/lib/format/number.ts';
import { loadCompany } from './load-company.ts';

const shown = 6;

/** The newest runs of the company, and the way to all of them. */
export async function LastRuns({ companyId }: { companyId: string }) {
  const { ctx, company, isConnected } = await loadCompany(companyId);
  const { rows, total } = await companyRuns(ctx, { companyId: company.id, after: null });
  if (rows.length === 0) {
    return (
      <Empty
        icon={RefreshCw}
        className="py-10"
        title="No syncs yet"
        description={
          isConnected ? 'Sync now reads all that is switched on.' : 'The first one runs when your customer connects.'
        }
      />
    );
  }
  return (
    <>
      <RecentRuns companyId={company.id} runs={rows.slice(0, shown)} />
      {rows.length > shown && (
        <CardFooter>
          <Link href={`/companies/${company.id}/syncs`} className="focus-ring rounded-sm text-primary hover:underline">
            {total === null ? 'All syncs' : `All ${formatCount(total, 'sync', 'syncs')}`}
          </Link>
        </CardFooter>
      )}
    </>
  );
}
