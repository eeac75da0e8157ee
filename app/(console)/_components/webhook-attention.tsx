import { RowLink } from '@/components/data-table/row-link.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusPill } from '@/components/ui/status-pill.tsx';
import { SwitchOnButton } from '@/components/webhooks/switch-on-button.tsx';
import { whoActsWords } from '@/lib/domain/companies/health.ts';
import type { WebhookView } from '@/lib/domain/webhooks/schema.ts';

/** A webhook that was switched off because its receiver took nothing. */
export function WebhookAttention({ webhook, maySwitch }: { webhook: WebhookView; maySwitch: boolean }) {
  return (
    <li className="grid gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusPill tone="danger">Webhook switched off</StatusPill>
        <span className="text-muted-foreground">
          since <RelativeTime value={webhook.disabledAt} />
        </span>
        <span className="ml-auto text-muted-foreground">
          Acts: <span className="font-medium text-foreground">{whoActsWords.you}</span>
        </span>
      </div>
      <p>
        Its receiver took nothing for five days. What waits for it is kept, events from now on are not.{' '}
        <span className="text-muted-foreground">Mend the receiver, then switch the webhook on again.</span>
      </p>
      <p>
        <RowLink
          href="/webhooks"
          className="focus-ring rounded-sm font-medium text-primary underline-offset-4 hover:underline"
        >
          {webhook.name}
        </RowLink>
      </p>
      {maySwitch && (
        <p className="pt-0.5">
          <SwitchOnButton webhookId={webhook.id} name={webhook.name} />
        </p>
      )}
    </li>
  );
}
