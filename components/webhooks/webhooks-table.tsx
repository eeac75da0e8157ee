'use client';

import { Webhook } from 'lucide-react';
import { RowLink } from '@/components/data-table/row-link.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import type { PlatformOption } from './webhook-form.tsx';
import type { WebhookRow } from './webhook-row.ts';
import { WebhookRowMenu } from './webhook-row-menu.tsx';
import { WebhookStatus } from './webhook-status.tsx';
import { topicName, webhookTypeWords } from './webhook-words.ts';

/** Topics that a cell names; the rest is counted. */
const namedTopics = 3;

/** The organisation's receivers; each leads to what it was sent. */
export function WebhooksTable({
  webhooks,
  platforms,
  mayChange,
}: {
  webhooks: WebhookRow[];
  platforms: PlatformOption[];
  mayChange: boolean;
}) {
  if (webhooks.length === 0) {
    return (
      <Card>
        <Empty
          icon={Webhook}
          title="No webhooks yet"
          description="A webhook tells a program of yours what happens, so that it need not ask."
        />
      </Card>
    );
  }
  return (
    <Card>
      <Table label="Webhooks">
        <TableHeader>
          <TableRow>
            <TableHead>Name</TableHead>
            <TableHead className="max-md:hidden">Events</TableHead>
            <TableHead>State</TableHead>
            <TableHead className="max-md:hidden">Address</TableHead>
            <TableHead>
              <span className="sr-only">Actions</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {webhooks.map((webhook) => (
            <TableRow key={webhook.id}>
              <TableCell className="h-11 md:whitespace-nowrap">
                <RowLink
                  href={`/webhooks/deliveries?webhook=${webhook.id}`}
                  className="focus-ring rounded-sm font-medium hover:underline"
                >
                  {webhook.name}
                </RowLink>
                <span className="block text-muted-foreground text-xs md:hidden">
                  {webhookTypeWords[webhook.webhookType].label}
                </span>
              </TableCell>
              <TableCell className="min-w-44 max-md:hidden">
                {webhookTypeWords[webhook.webhookType].label}
                <span className="block text-muted-foreground text-xs">{narrowedTo(webhook, platforms)}</span>
              </TableCell>
              <TableCell>
                <WebhookStatus webhook={webhook} />
              </TableCell>
              <TableCell className="max-w-72 max-md:hidden">
                <code className="code block truncate text-muted-foreground" title={webhook.url}>
                  {webhook.url}
                </code>
              </TableCell>
              <TableCell className="text-right">
                {mayChange && <WebhookRowMenu webhook={webhook} platforms={platforms} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function narrowedTo({ webhookType, topics, integration }: WebhookRow, platforms: PlatformOption[]): string {
  const names = topics.map((topic) => topicName(webhookType, topic));
  const rest = names.length - namedTopics;
  const shown = names.slice(0, namedTopics).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  const platform = platforms.find((one) => one.integration === integration)?.name ?? integration;
  return [shown || 'All of them', platform && `${platform} only`].filter(Boolean).join(' · ');
}
