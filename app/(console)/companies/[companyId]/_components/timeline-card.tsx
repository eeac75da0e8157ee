import { History } from 'lucide-react';
import { Suspense } from 'react';
import { Timeline } from '@/components/timeline/timeline.tsx';
import { Card, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { ChoiceLinks } from '@/components/ui/choice-links.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { undoableChanges } from '@/lib/domain/sync-config/undo.ts';
import { companyTimeline } from '@/lib/domain/timeline/data.ts';
import type { TimelineActor, TimelineKind } from '@/lib/domain/timeline/schema.ts';
import { timelineFilter } from '@/lib/domain/timeline/timeline-filter.ts';
import { loadCompany, mayOf } from './load-company.ts';
import { LinesSkeleton } from './skeletons.tsx';

export interface TimelineSearch {
  show?: string;
  by?: string;
}

const kindWords: Record<TimelineKind | 'all', string> = {
  all: 'All',
  runs: 'Syncs',
  writes: 'Writes',
  changes: 'Changes',
  health: 'Health',
};

const actorWords: Record<TimelineActor | 'all', string> = {
  all: 'Anybody',
  people: 'People',
  programs: 'Programs',
  customer: 'Customer',
  itself: 'Ledgerline',
};

/** What happened to the company, with the choice of what and by whom. */
export function TimelineCard({ companyId, search }: { companyId: string; search: TimelineSearch }) {
  const { kind, by } = timelineFilter(search);
  const query = queryOf(kind, by);
  const choices = <K extends string>(words: Record<K, string>, hrefOf: (value: K | null) => string) =>
    (Object.keys(words) as K[]).map((value) => ({
      value,
      label: words[value],
      href: `/companies/${companyId}${hrefOf(value === 'all' ? null : value)}`,
    }));
  return (
    <Card>
      <CardHeader className="pb-2">
        <CardTitle>Timeline</CardTitle>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          <ChoiceLinks
            label="What is shown"
            current={kind ?? 'all'}
            choices={choices(kindWords, (value) => queryOf(value as TimelineKind | null, by))}
          />
          <ChoiceLinks
            label="By whom"
            current={by ?? 'all'}
            choices={choices(actorWords, (value) => queryOf(kind, value as TimelineActor | null))}
          />
        </div>
      </CardHeader>
      <Suspense key={query} fallback={<LinesSkeleton lines={8} />}>
        <Entries companyId={companyId} kind={kind} by={by} />
      </Suspense>
    </Card>
  );
}

/** The address's query of a choice, with its question mark; nothing where all is shown. */
function queryOf(kind: TimelineKind | null, by: TimelineActor | null): string {
  const query = new URLSearchParams({ ...(kind && { show: kind }), ...(by && { by }) });
  return query.size > 0 ? `?${query}` : '';
}

async function Entries({
  companyId,
  kind,
  by,
}: {
  companyId: string;
  kind: TimelineKind | null;
  by: TimelineActor | null;
}) {
  const loaded = await loadCompany(companyId);
  const { ctx, company } = loaded;
  const [page, undoable] = await Promise.all([
    companyTimeline(ctx, { companyId: company.id, kind, by }),
    mayOf(loaded).configure ? undoableChanges(ctx, { companyId: company.id }) : [],
  ]);
  if (page.entries.length > 0) {
    const filter = queryOf(kind, by).slice(1);
    return <Timeline companyId={company.id} filter={filter} initial={page} undoable={undoable} />;
  }
  return kind || by ? (
    <Empty className="py-10" title="Nothing of the kind" description="Choose All and Anybody to see everything." />
  ) : (
    <Empty
      icon={History}
      className="py-10"
      title="Nothing happened yet"
      description="Syncs, writes, changes of settings and of health appear here, with who did what."
    />
  );
}
