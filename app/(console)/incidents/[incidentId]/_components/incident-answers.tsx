import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import type { IncidentGuide } from '@/lib/domain/incidents/cause.ts';
import type { IncidentView } from '@/lib/domain/incidents/schema.ts';
import { formatCount } from '@/lib/format/number.ts';

/** Since when, at how many, who must act, what next. */
export function IncidentAnswers({ incident, guide }: { incident: IncidentView; guide: IncidentGuide }) {
  const { openedAt, closedAt, current, total } = incident;
  return (
    <Card>
      <dl className="grid grid-cols-1 gap-x-8 gap-y-3 p-4 sm:grid-cols-2 lg:grid-cols-[auto_auto_auto_minmax(0,1fr)]">
        <Answer question="Since when?">
          <DateTime value={openedAt} />
          {closedAt && (
            <>
              {' '}
              until <DateTime value={closedAt} />
            </>
          )}
        </Answer>
        <Answer question="How many?">
          {formatCount(closedAt ? total : current, 'company', 'companies')}
          {!closedAt && total > current && (
            <span className="text-muted-foreground">, {total - current} well again</span>
          )}
        </Answer>
        <Answer question="Who must act?">{closedAt ? 'Nobody' : guide.actor}</Answer>
        <Answer question="What next?">{closedAt ? 'Nothing to do' : guide.nextStep}</Answer>
      </dl>
    </Card>
  );
}

const Answer = ({ question, children }: { question: string; children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="mb-0.5 text-muted-foreground text-xs">{question}</dt>
    <dd>{children}</dd>
  </div>
);
