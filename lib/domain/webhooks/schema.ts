import { z } from 'zod';
import {
  type DeliveryState,
  deliveryStates,
  type Integration,
  integrations,
  type WebhookDisabledReason,
  type WebhookState,
  type WebhookType,
  webhookStates,
  webhookTypes,
} from '../../../db/schema/enums.ts';

const oneOf = (words: readonly string[]) => `must be one of ${words.join(', ')}`;

/** Names that HTTP or the delivery itself sets. */
const reservedHeaders =
  /^(content-.*|host|connection|transfer-encoding|webhook-.*|user-agent|expect|upgrade|te|trailer)$/i;

/** A header's name as HTTP allows it, and not one that the delivery needs for itself. */
export const headerName = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .max(100, 'must have at most 100 characters')
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]*$/, 'must have letters, digits and hyphens only')
  .refine((name) => !reservedHeaders.test(name), 'is a header that each delivery sets itself');

const headerValue = z
  .string('must be text')
  .min(1, 'must not be empty')
  .max(2_000, 'must have at most 2000 characters')
  .regex(/^[\x20-\x7e]*$/, 'must have printable ASCII characters only');

/** `value: null` keeps the value that is stored under the name; nothing else can be said of it, since it is secret. */
export const webhookHeader = z.strictObject({ name: headerName, value: headerValue.nullable() });

const fields = {
  name: z.string('must be text').trim().min(1, 'must not be empty').max(100, 'must have at most 100 characters'),
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .max(2_000, 'must have at most 2000 characters'),
  webhookType: z.enum(webhookTypes, oneOf(webhookTypes)),
  /** Null: companies of every integration. */
  integration: z.enum(integrations, oneOf(integrations)).nullable(),
  /** Empty: every event of the type. */
  topics: z.array(z.string('must be text'), 'must be a list').max(50, 'must have at most 50 entries'),
  headers: z
    .array(webhookHeader, 'must be a list')
    .max(20, 'must have at most 20 entries')
    .superRefine((headers, ctx) => {
      headers.forEach(({ name }, at) => {
        if (headers.findIndex((one) => one.name.toLowerCase() === name.toLowerCase()) === at) return;
        ctx.addIssue({ code: 'custom', path: [at, 'name'], message: 'is named twice' });
      });
    }),
  /** Null: `X-RootFi-Signature`. */
  signatureHeader: headerName.nullable(),
  state: z.enum(webhookStates, oneOf(webhookStates)),
};

export const createWebhookInput = z.strictObject({
  ...fields,
  integration: fields.integration.default(null),
  topics: fields.topics.default([]),
  headers: fields.headers.default([]),
  signatureHeader: fields.signatureHeader.default(null),
  state: fields.state.default('ENABLED'),
});
export type CreateWebhookInput = z.input<typeof createWebhookInput>;
export type NewWebhook = z.output<typeof createWebhookInput>;

const webhookId = z.number().int().positive();

/** What is left out stays as it is. */
export const updateWebhookInput = z.strictObject({ webhookId, ...z.object(fields).partial().shape });
export type UpdateWebhookInput = z.input<typeof updateWebhookInput>;

export const listDeliveriesInput = z.strictObject({
  limit: z.number().int().min(1).max(1000).default(50),
  /** Where the page before ended. */
  cursor: z.object({ createdAt: z.coerce.date<Date | string>(), id: z.guid() }).optional(),
  state: z.array(z.enum(deliveryStates)).optional(),
  eventType: z.enum(webhookTypes).optional(),
  webhookId: webhookId.optional(),
  companyId: z.number().int().positive().optional(),
  syncId: z.guid().optional(),
  /** Part of a company's or webhook's name, or the whole id of a delivery, of its event or of the sync it tells of. */
  search: z.string().max(255).optional(),
  oldestFirst: z.boolean().default(false),
});
export type ListDeliveriesInput = z.input<typeof listDeliveriesInput>;

/** How many deliveries one replay takes. */
export const mostReplayed = 10_000;

/** Deliveries that were ticked, or all that an address of the deliveries table matches. */
export const replayInput = z.union([
  z.strictObject({ ids: z.array(z.guid()).min(1, 'must name a delivery').max(mostReplayed) }),
  z.strictObject({ query: z.string().max(4000) }),
]);
export type ReplayInput = z.infer<typeof replayInput>;

/** What a replay would do, by how the deliveries stand; what is being sent and what a webhook that is off has is left. */
export interface ReplayPreview {
  total: number;
  /** More are chosen than one replay takes. */
  isTooMany: boolean;
  failed: number;
  waiting: number;
  delivered: number;
  sending: number;
  off: number;
}

/** A webhook without its secrets. */
export interface WebhookView {
  id: number;
  name: string;
  url: string;
  webhookType: WebhookType;
  integration: Integration | null;
  topics: string[];
  headerNames: string[];
  signatureHeader: string | null;
  state: WebhookState;
  disabledReason: WebhookDisabledReason | null;
  disabledAt: Date | null;
  /** The first failure since something was taken. */
  failingSince: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A webhook that was just made: the only time its key is seen. */
export interface CreatedWebhook {
  webhook: WebhookView;
  /** `whsec_` and the base64 of 32 bytes. */
  signingKey: string;
}

/** An event on its way to a receiver, or arrived there. */
export interface DeliveryView {
  id: string;
  webhookId: number;
  webhookName: string;
  webhookUrl: string;
  state: DeliveryState;
  latestStatusCode: number | null;
  attemptCount: number;
  eventType: WebhookType;
  /** It was only sent to see whether it arrives. */
  isTest: boolean;
  companyId: number | null;
  /** Null for a test, and for what concerns no company more than others. */
  companyName: string | null;
  integration: Integration | null;
  syncId: string | null;
  /** While it is PENDING: when it is tried next. */
  nextAttemptAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** One try, without our secrets. */
export interface AttemptView {
  number: number;
  statusCode: number | null;
  /** Why it does not count; null when it was taken. */
  failure: string | null;
  answer: string | null;
  durationMs: number;
  createdAt: Date;
}

export interface DeliveryDetail extends DeliveryView {
  /** What is sent, as the receiver reads it. */
  payload: Record<string, unknown>;
  attempts: AttemptView[];
}
