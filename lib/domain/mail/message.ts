import { z } from 'zod';

/** What a mail says, before it is made plain text and HTML. */
export interface MailMessage {
  subject: string;
  /** The name that the mail comes from, before the installation's address; unset: the name of MAIL_FROM. */
  senderName?: string;
  /** Where an answer goes. */
  replyTo?: string;
  /** Paragraphs in order; one that is a list has an entry a line. */
  body: (string | string[])[];
  /** The one thing to do about it. */
  action?: { label: string; url: string };
  /** Why it came, or what to do if it was not wanted; below a line. */
  note?: string;
}

export const mailMessage: z.ZodType<MailMessage> = z.object({
  subject: z.string(),
  senderName: z.string().optional(),
  replyTo: z.string().optional(),
  body: z.array(z.union([z.string(), z.array(z.string())])),
  action: z.object({ label: z.string(), url: z.string() }).optional(),
  note: z.string().optional(),
});
