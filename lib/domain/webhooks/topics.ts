import {
  connectionStatuses,
  jobTypes,
  parentModels,
  type SyncStatus,
  type WebhookType,
} from '../../../db/schema/enums.ts';
import { invalid } from '../../errors.ts';
import { dataModelInput } from '../sync-config/schema.ts';

/** The life of a company's link and connection, and of what is wrong at one or many. */
export const integrationTopics = [
  'LINK_CREATED',
  'LINK_REVOKED',
  'CONNECTED',
  'RECONNECTED',
  'DISCONNECTED',
  'ARCHIVED',
  'RESTORED',
  'INCIDENT_OPENED',
  'INCIDENT_CLOSED',
] as const;
export type IntegrationTopic = (typeof integrationTopics)[number];

const endedStatuses = ['SUCCESS', 'PARTIAL_SUCCESS', 'FAILED', 'CANCELLED'] as const satisfies readonly SyncStatus[];

/** What the events of each type can be chosen by. An event has several of them. */
export const topicsOf: Record<WebhookType, readonly string[]> = {
  INTEGRATION: integrationTopics,
  DATA_MODEL_CHANGES: parentModels,
  CONNECTION_CHANGED: connectionStatuses,
  SYNC_STARTED: [...jobTypes, ...parentModels],
  SYNC_COMPLETED: [...endedStatuses, ...jobTypes, ...parentModels],
};

/**
 * Topics of a webhook as they are stored: upper case, models in the singular, each once. Throws invalid for a word that
 * events of the type don't have.
 */
export function checkedTopics(webhookType: WebhookType, given: readonly string[]): string[] {
  const known = topicsOf[webhookType];
  const topics = given.map((topic, at) => {
    const model = dataModelInput.safeParse(topic);
    const word = model.success ? model.data : topic.trim().toUpperCase();
    if (known.includes(word)) return word;
    throw invalid({ path: `topics.${at}`, message: `must be one of ${known.join(', ')}` });
  });
  return [...new Set(topics)];
}
