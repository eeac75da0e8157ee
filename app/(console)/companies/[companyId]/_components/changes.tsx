import { auditWords, doorWords } from '@/components/companies/audit-words.ts';
import { CardContent } from '@/components/ui/card.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { listAudit } from '@/lib/domain/audit/data.ts';
import { loadCompany } from './load-company.ts';

const shown = 8;

/** What was done to the company lately, and by whom. */
export async function Changes({ companyId }: { companyId: string }) {
  const { ctx, company } = await loadCompany(companyId);
  const entries = await listAudit(ctx, { companyId: company.id, limit: shown });
  if (entries.length === 0) {
    return <CardContent className="text-muted-foreground">Nothing was changed yet.</CardContent>;
  }
  return (
    <ol className="mt-1 divide-y border-t">
      {entries.map((entry) => (
        <li key={entry.id} className="px-4 py-2">
          <p className="break-words">
            <span className="font-medium">{entry.actorLabel}</span> {auditWords(entry)}
          </p>
          <p className="text-muted-foreground text-xs">
            <RelativeTime value={entry.createdAt} />
            {doorWords(entry.door) && ` · ${doorWords(entry.door)}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
