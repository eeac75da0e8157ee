import { Download } from 'lucide-react';
import { EraseCompany } from '@/components/companies/erase-company.tsx';
import { buttonVariants } from '@/components/ui/button.tsx';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { loadCompany, loadProgress } from '../../_components/load-company.ts';

/** The way out of the company's data: a copy of all of it, and its end. */
export async function DataCard({ companyId }: { companyId: string }) {
  const { ctx, company } = await loadCompany(companyId);
  const [mayExport, mayErase] = [may(ctx.actor, 'company.export'), may(ctx.actor, 'company.erase')];
  if (!mayExport && !mayErase) return null;
  const isBusy = (await loadProgress(companyId))?.isActive ?? false;
  return (
    <Card>
      <CardHeader>
        <CardTitle>Data</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4">
        <div className="grid justify-items-start gap-1.5">
          <a href={`/api/internal/companies/${company.id}/export`} download className={buttonVariants()}>
            <Download aria-hidden />
            Download all data
          </a>
          <p className="text-muted-foreground text-xs">
            NDJSON: the company, every record with its raw data, syncs, writes and audit log, one a line.
          </p>
        </div>
        {mayErase && (
          <div className="grid justify-items-start gap-1.5 border-t pt-4">
            {isBusy ? (
              <p className="text-muted-foreground">While a sync runs the company can't be erased.</p>
            ) : (
              <EraseCompany companyId={company.id} name={company.name} />
            )}
            <p className="text-muted-foreground text-xs">
              Removes every row of the company from every table. Download its data first if it may be needed again.
            </p>
          </div>
        )}
      </CardContent>
    </Card>
  );
}
