import { Clock3 } from 'lucide-react';
import { FreshnessTable } from '@/components/sync-config/freshness-table.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { loadCompany, loadModels } from './load-company.ts';

/** How fresh each model is. */
export async function Freshness({ companyId }: { companyId: string }) {
  const [{ company, isArchived }, models] = await Promise.all([loadCompany(companyId), loadModels(companyId)]);
  if (models.length > 0) {
    const pause = company.connection?.pause;
    const ofCompany = pause && { since: pause.since.toISOString(), by: pause.by };
    return <FreshnessTable models={models.map((model) => ({ ...model, pause: ofCompany ?? model.pause }))} />;
  }
  return (
    <Empty
      icon={Clock3}
      className="py-10"
      title={isArchived ? 'Nothing is read while it is archived' : 'Nothing is read yet'}
      description={
        isArchived
          ? 'Records read before are kept. Restore the company to see them.'
          : 'The models appear once your customer connects.'
      }
    />
  );
}
