'use client';

import { useQuery } from '@tanstack/react-query';
import { doorWords } from '@/components/companies/audit-words.ts';
import { RowDrawer } from '@/components/data-table/row-drawer.tsx';
import { Fact, Facts, IdFact } from '@/components/ui/facts.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import type { AuditListItem } from '@/lib/domain/audit/audit-list.ts';
import { auditEntryQuery } from '@/lib/domain/audit/query-options.ts';
import { AuditChanges } from './audit-changes.tsx';
import { AuditedCompany } from './audit-columns.tsx';
import { entryWords } from './entry-words.ts';

/** One entry of the audit log in a drawer: who, how, and every value before and after. */
export function AuditSheet({
  entryId,
  known,
  onClose,
  returnFocusTo,
}: {
  entryId: number;
  /** The entry, where the table has it: entries never change. */
  known?: AuditListItem;
  onClose: () => void;
  /** Id of the element that has the focus again afterwards. */
  returnFocusTo: string;
}) {
  const query = useQuery({ ...auditEntryQuery(entryId), initialData: known, staleTime: Number.POSITIVE_INFINITY });
  const { data: entry } = query;
  return (
    <RowDrawer
      title={entry ? `${entry.actorLabel} ${entryWords(entry)}` : 'Entry'}
      description={entry ? <DateTime value={entry.createdAt} /> : 'One entry of the log'}
      noun="entry"
      error={query.error}
      onRetry={query.refetch}
      onClose={onClose}
      returnFocusTo={returnFocusTo}
    >
      {entry ? <Details entry={entry} /> : null}
    </RowDrawer>
  );
}

function Details({ entry }: { entry: AuditListItem }) {
  return (
    <div className="grid gap-6">
      <Facts>
        <Fact label="Who">{entry.actorLabel}</Fact>
        <Fact label="Through">{doorWords(entry.door) ?? 'the console'}</Fact>
        {entry.company && (
          <Fact label="Company">
            <AuditedCompany company={entry.company} />
          </Fact>
        )}
        <Fact label="Action">
          <span className="code">{entry.action}</span>
        </Fact>
      </Facts>
      <AuditChanges before={entry.before} after={entry.after} />
      <Facts className="grid-cols-1">
        {entry.subjectId && <IdFact label="Of what" value={entry.subjectId} />}
        <IdFact label="Request" value={entry.requestId} />
        {entry.batchId && <IdFact label="Done together with others" value={entry.batchId} />}
      </Facts>
    </div>
  );
}
