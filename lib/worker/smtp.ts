import { createTransport } from 'nodemailer';
import type { ClaimedMail } from '../domain/mail/claim-mails.ts';
import { mailHtml, mailText } from '../domain/mail/render.ts';
import type { MailOutcome } from '../domain/mail/settle-mail.ts';
import { env } from '../env.ts';

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
/** How much of a server's words is kept. */
const keptLength = 300;

/** Gives a mail to the installation's mail server. Throws nothing for what a server may do. */
export async function sendBySmtp(mail: ClaimedMail): Promise<MailOutcome> {
  const { mail: settings, publicUrl } = env();
  if (!settings) return { sent: false, failure: 'SMTP_URL is not set', lasting: false };
  if (!mail.message) return sealedElsewhere;
  const { message } = mail;
  const transport = createTransport({ url: settings.smtpUrl, ...timeouts });
  try {
    await transport.sendMail({
      from: message.senderName ? { name: message.senderName, address: addressOf(settings.from) } : settings.from,
      to: { name: '', address: mail.recipient },
      replyTo: message.replyTo,
      subject: message.subject,
      text: mailText(message),
      html: mailHtml(message),
      // The same at every try, so that a mail that was taken though the answer got lost shows once.
      messageId: `<${mail.id}@${new URL(publicUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { sent: true };
  } catch (error) {
    if (!isServerError(error)) throw error;
    return refused(error);
  } finally {
    transport.close();
  }
}

const sealedElsewhere: MailOutcome = {
  sent: false,
  failure: "The mail can't be opened with this installation's SECRET_KEY",
  lasting: true,
};

/** The address within `Name <address>`. */
const addressOf = (from: string) => /<([^>]+)>$/.exec(from)?.[1] ?? from;

/** What nodemailer says of a server: its own code, and the server's answer where there was one. */
interface ServerError extends Error {
  code: string;
  responseCode?: number;
  response?: string;
}

const isServerError = (error: unknown): error is ServerError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** Only what the server says of this very mail, its recipient or its content, is for good: all else may be mended. */
function refused({ code, responseCode = 0, response }: ServerError): MailOutcome {
  const ofThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const said = response ? `: ${response.slice(0, keptLength)}` : '';
  if (code === 'EAUTH') {
    return { sent: false, failure: `The mail server refused the sign-in of SMTP_URL${said}`, lasting: false };
  }
  if (ofThisMail && responseCode >= 500) {
    return { sent: false, failure: `The mail server refused the mail${said}`, lasting: true };
  }
  if (responseCode) return { sent: false, failure: `The mail server put it off${said}`, lasting: false };
  return { sent: false, failure: `The mail server could not be reached (${code})`, lasting: false };
}
