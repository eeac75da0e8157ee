import type { CsvColumn } from '../../format/csv.ts';
import type { DeliveryItem } from './delivery-list.ts';

/** The webhook deliveries table as a file. */
export const deliveryCsv: readonly CsvColumn<DeliveryItem>[] = [
  { head: 'Id', value: (delivery) => delivery.id },
  { head: 'Event', value: (delivery) => delivery.eventType },
  { head: 'Webhook', value: (delivery) => delivery.webhookName },
  { head: 'Address', value: (delivery) => delivery.webhookUrl },
  { head: 'State', value: (delivery) => delivery.state },
  { head: 'Answer', value: (delivery) => delivery.latestStatusCode },
  { head: 'Tries', value: (delivery) => delivery.attemptCount },
  { head: 'Company id', value: (delivery) => delivery.companyId },
  { head: 'Company', value: (delivery) => delivery.companyName },
  { head: 'Sync id', value: (delivery) => delivery.syncId },
  { head: 'Happened', value: (delivery) => delivery.createdAt },
  { head: 'Next try', value: (delivery) => delivery.nextAttemptAt },
];
