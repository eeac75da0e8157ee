import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { syncStatusWords } from '@/components/syncs/sync-status.ts';
import type { Tone } from '@/components/ui/tone.ts';
import type { DeliveryState, WebhookType } from '@/db/schema/enums.ts';
import { statusWords } from '@/lib/domain/companies/health.ts';
import type { IntegrationTopic } from '@/lib/domain/webhooks/topics.ts';

/** What people call the kinds of events, and when one comes. */
export const webhookTypeWords: Record<WebhookType, { label: string; when: string }> = {
  DATA_MODEL_CHANGES: { label: 'Changed records', when: 'Records were created, changed or deleted: one event a page.' },
  CONNECTION_CHANGED: { label: 'Connection health', when: 'A connection got another status, with why and who acts.' },
  INTEGRATION: {
    label: 'Links and connections',
    when: 'A company was invited, connected, disconnected or archived; an incident began or ended.',
  },
  SYNC_STARTED: { label: 'Sync started', when: 'A sync began.' },
  SYNC_COMPLETED: { label: 'Sync ended', when: 'A sync ended, with its outcome and counts.' },
};

const integrationTopicNames: Record<IntegrationTopic, string> = {
  LINK_CREATED: 'Link created',
  LINK_REVOKED: 'Link revoked',
  CONNECTED: 'Connected',
  RECONNECTED: 'Reconnected',
  DISCONNECTED: 'Disconnected',
  ARCHIVED: 'Archived',
  RESTORED: 'Restored',
  INCIDENT_OPENED: 'Incident began',
  INCIDENT_CLOSED: 'Incident ended',
};

const jobTypeNames = { PULL: 'Reading', PUSH: 'Writing' };

/** A topic in words; topics of different types may share their word. */
export function topicName(type: WebhookType, topic: string): string {
  if (type === 'INTEGRATION') return wordIn(integrationTopicNames, topic) ?? topic;
  if (type === 'CONNECTION_CHANGED') return wordIn(statusWords, topic)?.label ?? topic;
  return wordIn(dataModelNames, topic) ?? wordIn(jobTypeNames, topic) ?? wordIn(syncStatusWords, topic)?.label ?? topic;
}

const wordIn = <W>(words: Record<string, W>, key: string): W | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

/** What a delivery is about. */
export const deliverySubject = ({ companyName, isTest }: { companyName: string | null; isTest: boolean }): string =>
  companyName ?? (isTest ? 'Test' : 'Incident');

export const deliveryStateWords: Record<DeliveryState, { label: string; tone: Tone }> = {
  PENDING: { label: 'Waiting', tone: 'info' },
  PROCESSING: { label: 'Sending', tone: 'info' },
  DELIVERED: { label: 'Delivered', tone: 'success' },
  FAILED: { label: 'Failed', tone: 'danger' },
};

/** A delivery's state with what the state alone does not say: that it was tried before. */
export function deliveryStateOf({ state, attemptCount }: { state: DeliveryState; attemptCount: number }): {
  label: string;
  tone: Tone;
} {
  if (state === 'PENDING' && attemptCount > 0) return { label: 'Tried, waiting', tone: 'warning' };
  return deliveryStateWords[state];
}
