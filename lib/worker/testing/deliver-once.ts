import { deliverDueWebhooks } from '../deliver-webhooks.ts';

// A process of its own, to be killed: delivers what is due.
await deliverDueWebhooks();
