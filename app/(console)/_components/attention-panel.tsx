import { CircleCheck } from 'lucide-react';
import { ConfirmCompany } from '@/components/companies/confirm-company.tsx';
import { RowLink } from '@/components/data-table/row-link.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { definitions } from '@/lib/connectors/definitions.ts';
import { failureGuides } from '@/lib/connectors/errors.ts';
import type { Context } from '@/lib/context.ts';
import { whoActsWords } from '@/lib/domain/companies/health.ts';
import { platformName } from '@/lib/domain/connections/available.ts';
import { needsAttention } from '@/lib/domain/overview/data.ts';
import type { Attention } from '@/lib/domain/overview/schema.ts';
import { webhooksSwitchedOff } from '@/lib/domain/webhooks/data.ts';
import { WebhookAttention } from './webhook-attention.tsx';

/** The failures in force, the same one at many companies being one entry, and webhooks that were switched off. */
export async function AttentionPanel({ ctx }: { ctx: Context }) {
  const [entries, webhooks] = await Promise.all([needsAttention(ctx), webhooksSwitchedOff(ctx)]);
  if (entries.length + webhooks.length === 0) {
    return <Empty icon={CircleCheck} title="Nothing needs you" description="Every connection that is on works." />;
  }
  return (
    <ul className="mt-1 divide-y border-t">
      {entries.map((entry) => (
        <AttentionRow
          key={`${entry.failureClass}-${entry.integration}`}
          entry={entry}
          mayConfirm={may(ctx.actor, 'connections.confirm')}
        />
      ))}
      {webhooks.map((webhook) => (
        <WebhookAttention key={webhook.id} webhook={webhook} />
      ))}
    </ul>
  );
}

function AttentionRow({ entry, mayConfirm }: { entry: Attention; mayConfirm: boolean }) {
  const guide = failureGuides[entry.failureClass];
  const platform = platformName(entry.integration);
  const nextStep = definitions[entry.integration]?.nextSteps?.[entry.failureClass] ?? guide.nextStep;
  const isLoud = guide.whoActs === 'customer' || guide.whoActs === 'you';
  const others = entry.count - entry.companies.length;
  return (
    <li className="grid gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusPill tone={isLoud ? 'danger' : 'warning'}>{guide.label}</StatusPill>
        <span className="text-muted-foreground">
          {entry.count === 1 ? '1 company' : `${entry.count} companies`} · since <RelativeTime value={entry.since} />
        </span>
        <span className="ml-auto text-muted-foreground">
          Acts:{' '}
          <span className="font-medium text-foreground">
            {guide.whoActs === 'platform' ? platform : whoActsWords[guide.whoActs]}
          </span>
        </span>
      </div>
      <p>
        {guide.summary.replaceAll('{platform}', platform)} <span className="text-muted-foreground">{nextStep}</span>
      </p>
      <p className="flex flex-wrap gap-x-3 gap-y-1">
        {entry.companies.map((company) => (
          <RowLink
            key={company.id}
            href={`/companies/${company.id}`}
            className="focus-ring rounded-sm font-medium text-primary underline-offset-4 hover:underline"
          >
            {company.name}
          </RowLink>
        ))}
        {others > 0 && <span className="text-muted-foreground">and {others} more</span>}
      </p>
      {mayConfirm &&
        entry.companies.map(
          ({ id, name, proposed }) =>
            proposed && (
              <div key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                <span>
                  {name} signed in to {proposed}
                </span>
                <ConfirmCompany companyId={id} name={name} proposed={proposed} size="sm" />
              </div>
            ),
        )}
    </li>
  );
}
