import { RowLink } from '@/components/data-table/row-link.tsx';
import { IncidentSteps } from '@/components/incidents/incident-steps.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import type { Actor } from '@/lib/context.ts';
import { incidentGuide } from '@/lib/domain/incidents/cause.ts';
import type { Attention } from '@/lib/domain/incidents/schema.ts';
import { formatCount } from '@/lib/format/number.ts';

const linkClasses = 'focus-ring rounded-sm font-medium text-primary underline-offset-4 hover:underline';

/** A trouble: what, at how many, since when, who must act, what next, and the buttons for it. */
export function AttentionEntry({ entry, actor }: { entry: Attention; actor: Actor }) {
  const guide = incidentGuide(entry.cause, entry.integration);
  const href = entry.incidentId && `/incidents/${entry.incidentId}`;
  const howMany = formatCount(entry.count, 'company', 'companies');
  const others = entry.count - entry.companies.length;
  return (
    <li className="grid gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusPill tone={guide.tone}>{guide.label}</StatusPill>
        <span className="text-muted-foreground">
          {href ? (
            <RowLink href={href} className="focus-ring rounded-sm underline-offset-4 hover:underline">
              {howMany}
            </RowLink>
          ) : (
            howMany
          )}{' '}
          · since <RelativeTime value={entry.since} />
        </span>
        <span className="ml-auto text-muted-foreground">
          Acts: <span className="font-medium text-foreground">{guide.actor}</span>
        </span>
      </div>
      <p>
        {guide.summary} <span className="text-muted-foreground">{guide.nextStep}</span>
        {entry.platformCode && (
          <span className="text-muted-foreground">
            {' '}
            Code <span className="code">{entry.platformCode}</span>
          </span>
        )}
      </p>
      <p className="flex flex-wrap gap-x-3 gap-y-1">
        {entry.companies.map((company) => (
          <RowLink key={company.id} href={`/companies/${company.id}`} className={linkClasses}>
            {company.name}
          </RowLink>
        ))}
        {others > 0 &&
          (href ? (
            <RowLink href={href} className={linkClasses}>
              and {others} more
            </RowLink>
          ) : (
            <span className="text-muted-foreground">and {others} more</span>
          ))}
      </p>
      <IncidentSteps entry={entry} guide={guide} actor={actor} />
    </li>
  );
}
