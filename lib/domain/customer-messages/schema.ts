import { z } from 'zod';
import type { Integration, IntegrationCategory, MailState } from '../../../db/schema/enums.ts';
import { email } from '../members/schema.ts';

const line = (most: number) =>
  z.string('must be text').trim().min(1, 'must not be empty').max(most, `must have at most ${most} characters`);

export const sendCustomerMessageInput = z.object({
  companyId: z.number().int().positive(),
  recipient: email,
  subject: line(200).regex(/^[^\r\n]*$/, 'must be one line'),
  text: line(5_000),
});
export type SendCustomerMessageInput = z.input<typeof sendCustomerMessageInput>;

/** A ready message to a company's customer, and what became of the last one. Moments are ISO 8601. */
export interface CustomerMessage {
  subject: string;
  text: string;
  /** The link that belongs below it; null while none works. */
  url: string | null;
  /** What a new link is to be like; null where none can be made. */
  newLink: {
    integration: Integration | null;
    integrationCategory: IntegrationCategory;
    syncFrom: string | null;
  } | null;
  /** Addresses that the company's profile has. */
  recipients: string[];
  /** This installation can send it; else it is copied. */
  sendsMail: boolean;
  last: { recipient: string; at: string; state: MailState; failure: string | null } | null;
}
