'use client';

import { MoreHorizontal, Pencil, Power, PowerOff, Send, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useAct } from '@/components/companies/use-act.ts';
import { Button } from '@/components/ui/button.tsx';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import { toast } from '@/components/ui/toast.ts';
import { deleteWebhook, sendTestEvent, updateWebhook } from '@/lib/domain/webhooks/actions.ts';
import type { PlatformOption } from './webhook-form.tsx';
import type { WebhookRow } from './webhook-row.ts';

const WebhookDialog = dynamic(() => import('./webhook-dialog.tsx').then((module) => module.WebhookDialog));

/** What can be done with a webhook. A test leads to the page of its delivery. */
export function WebhookRowMenu({ webhook, platforms }: { webhook: WebhookRow; platforms: PlatformOption[] }) {
  const [asked, setAsked] = useState<'edit' | 'delete' | null>(null);
  const [pending, act] = useAct();
  const router = useRouter();
  const { id: webhookId, name } = webhook;
  const isOn = webhook.state === 'ENABLED';

  const sendTest = () =>
    act(async () => {
      const result = await sendTestEvent({ webhookId });
      if (result.ok) router.push(`/webhooks/deliveries/${result.data.deliveryId}`);
      return result;
    }, `A test is on its way to ${name}`);
  const toggle = () =>
    act(
      () => updateWebhook({ webhookId, state: isOn ? 'DISABLED' : 'ENABLED' }),
      isOn ? `${name} is off; what waits is kept until it is on again` : `${name} is on`,
    );

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Actions for ${name}`}
            disabled={pending}
            aria-busy={pending}
          >
            <MoreHorizontal aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem disabled={!isOn} onSelect={sendTest}>
            <Send aria-hidden />
            Send a test
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setAsked('edit')}>
            <Pencil aria-hidden />
            Edit
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={toggle}>
            {isOn ? <PowerOff aria-hidden /> : <Power aria-hidden />}
            {isOn ? 'Switch off' : 'Switch on'}
          </DropdownMenuItem>
          <DropdownMenuItem variant="danger" onSelect={() => setAsked('delete')}>
            <Trash2 aria-hidden />
            Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {asked === 'edit' && <WebhookDialog webhook={webhook} platforms={platforms} onClose={() => setAsked(null)} />}
      <ConfirmDialog
        open={asked === 'delete'}
        onOpenChange={(open) => setAsked(open ? 'delete' : null)}
        title={`Delete ${name}?`}
        description="Nothing more is sent to it, and what waits is dropped. What it was sent stays listed for thirty days. Its signing key is erased, so this can't be undone."
        confirmLabel="Delete"
        danger
        onConfirm={async () => {
          const result = await deleteWebhook({ webhookId });
          if (result.ok) toast.success(`${name} is deleted`);
          else toast.error(result.message);
          return result.ok;
        }}
      />
    </>
  );
}
