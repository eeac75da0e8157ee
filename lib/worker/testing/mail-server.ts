import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { resetEnv } from '../../env.ts';

/** A mail as it came. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and body, as they came over the wire. */
  raw: string;
}

export interface MailServer {
  port: number;
  received: ReceivedMail[];
  /** What it says to the next recipients instead of taking them; null: it takes all. */
  refusal: { code: number; message: string } | null;
  stop: () => Promise<void>;
}

/** A mail server of a test's own, which this process is told to use. */
export async function startMailServer(
  options: { user?: { name: string; password: string } } = {},
): Promise<MailServer> {
  const { user } = options;
  const server = new SMTPServer({
    authOptional: !user,
    disabledCommands: ['STARTTLS', ...(user ? [] : ['AUTH'])],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: (auth, _session, done) =>
      auth.username === user?.name && auth.password === user?.password
        ? done(null, { user: auth.username })
        : done(new Error('Authentication failed')),
    onRcptTo: (_address, _session, done) =>
      mailServer.refusal
        ? done(Object.assign(new Error(mailServer.refusal.message), { responseCode: mailServer.refusal.code }))
        : done(),
    onData: (stream, session, done) => {
      text(stream).then((raw) => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        mailServer.received.push({ from, to: rcptTo.map(({ address }) => address), raw });
        done();
      }, done);
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const mailServer: MailServer = {
    port: (listening.address() as AddressInfo).port,
    received: [],
    refusal: null,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
  sendMailTo(mailServer.port, user);
  return mailServer;
}

/** What this process is told to use is there, and hangs up on everybody. */
export async function startDeadMailServer(): Promise<{ stop: () => Promise<void> }> {
  const server = createServer((socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  sendMailTo((server.address() as AddressInfo).port);
  return { stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Sets SMTP_URL and MAIL_FROM of this process. */
export function sendMailTo(port: number, user?: { name: string; password: string }): void {
  const sign = user ? `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}@` : '';
  process.env.SMTP_URL = `smtp://${sign}127.0.0.1:${port}`;
  process.env.MAIL_FROM = 'Ledgerline <hub@example.com>';
  resetEnv();
}
