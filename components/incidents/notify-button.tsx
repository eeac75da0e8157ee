'use client';

import { Bell, BellRing } from 'lucide-react';
import Link from 'next/link';
import { useOptimistic, useTransition } from 'react';
import { unanswered } from '@/components/settings/form-problems.ts';
import { Button } from '@/components/ui/button.tsx';
import { Label } from '@/components/ui/label.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { toast } from '@/components/ui/toast.ts';
import { setIncidentSubscription } from '@/lib/domain/incidents/actions.ts';

interface NotifyProps {
  /** Whether who looks is told of new incidents by mail. */
  subscribed: boolean;
  /** Their address. */
  email: string;
  /** This installation can send mail. */
  sendsMail: boolean;
  /** They may add a webhook. */
  mayAddWebhook: boolean;
}

/** How one is told of new incidents: by mail, switched on and off at once, or by webhook. */
export function NotifyButton(props: NotifyProps) {
  const Icon = props.subscribed ? BellRing : Bell;
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm">
          <Icon aria-hidden />
          {props.subscribed ? 'You are notified' : 'Notify me'}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Notifications of new incidents" className="grid gap-3">
        <MailSwitch {...props} />
        <p className="text-muted-foreground text-xs">
          Of each new incident once: an outage of a platform when it has lasted 15 minutes, a limit that ends by itself
          never.
        </p>
        {props.mayAddWebhook && (
          <p className="border-t pt-3 text-muted-foreground text-xs">
            Programs are told by a{' '}
            <Link href="/webhooks" className="focus-ring rounded-sm text-primary underline underline-offset-4">
              webhook
            </Link>{' '}
            of the type “Links and connections” with “Incident began” and “Incident ended”.
          </p>
        )}
      </PopoverContent>
    </Popover>
  );
}

function MailSwitch({ subscribed, email, sendsMail }: NotifyProps) {
  const [pending, startTransition] = useTransition();
  const [shown, show] = useOptimistic(subscribed);
  const change = (next: boolean) =>
    startTransition(async () => {
      show(next);
      const result = await setIncidentSubscription({ subscribed: next }).catch(unanswered);
      if (!result.ok) toast.error(`${result.message} Nothing was changed.`);
    });
  return (
    <div className="grid gap-1">
      <div className="flex items-center justify-between gap-4">
        <Label htmlFor="notify-by-mail">Mail me new incidents</Label>
        <Switch
          id="notify-by-mail"
          checked={shown}
          onCheckedChange={change}
          disabled={pending || (!sendsMail && !shown)}
          aria-busy={pending}
          aria-describedby="notify-by-mail-help"
        />
      </div>
      <p id="notify-by-mail-help" className="break-words text-muted-foreground text-xs">
        {sendsMail ? `To ${email}` : 'This installation sends no mail: SMTP_URL is not set.'}
      </p>
    </div>
  );
}
