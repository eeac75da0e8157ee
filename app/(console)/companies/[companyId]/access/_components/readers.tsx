import { KeyRound } from 'lucide-react';
import { CompanyReaders } from '@/components/companies/company-readers.tsx';
import { CardContent } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { companyReaders } from '@/lib/domain/api-keys/company-readers.ts';
import { loadCompany } from '../../_components/load-company.ts';

/** The programs that reach the company, for those who hand out keys. */
export async function Readers({ companyId }: { companyId: string }) {
  const { ctx, company } = await loadCompany(companyId);
  if (!may(ctx.actor, 'api-keys.write')) {
    return (
      <CardContent className="text-muted-foreground">
        Keys and tokens are shown to the roles admin and owner.
      </CardContent>
    );
  }
  const readers = await companyReaders(ctx, { companyId: company.id });
  if (readers.length > 0) return <CompanyReaders readers={readers} />;
  return (
    <Empty
      icon={KeyRound}
      className="py-10"
      title="No program reads it"
      description="Make an API key or an access token under Build to let one in."
    />
  );
}
