import { CircleCheck, Link2 } from 'lucide-react';
import { Empty } from '@/components/ui/empty.tsx';
import { may } from '@/lib/auth/permissions.ts';
import type { Context } from '@/lib/context.ts';
import { needsAttention } from '@/lib/domain/incidents/data.ts';
import { hasCompanies } from '@/lib/domain/overview/data.ts';
import { webhooksSwitchedOff } from '@/lib/domain/webhooks/data.ts';
import { AttentionEntry } from './attention-entry.tsx';
import { WebhookAttention } from './webhook-attention.tsx';

/** What is wrong now, the same trouble at many companies being one entry, and webhooks that were switched off. */
export async function AttentionPanel({ ctx }: { ctx: Context }) {
  const [entries, webhooks] = await Promise.all([needsAttention(ctx), webhooksSwitchedOff(ctx)]);
  if (entries.length + webhooks.length === 0) {
    return (await hasCompanies(ctx)) ? (
      <Empty icon={CircleCheck} title="Nothing needs you" description="Every connection that is on works." />
    ) : (
      <Empty
        icon={Link2}
        title="Begin with an invite link"
        description="Your customer opens it and signs in to their platform. From then on their records are read, and what goes wrong stands here."
      />
    );
  }
  return (
    <ul className="mt-1 divide-y border-t">
      {entries.map((entry) => (
        <AttentionEntry
          key={`${entry.cause} ${entry.integration} ${entry.platformCode}`}
          entry={entry}
          actor={ctx.actor}
        />
      ))}
      {webhooks.map((webhook) => (
        <WebhookAttention key={webhook.id} webhook={webhook} maySwitch={may(ctx.actor, 'webhooks.write')} />
      ))}
    </ul>
  );
}
