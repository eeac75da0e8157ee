import type { FailureClass } from '../../connectors/errors.ts';
import { formatDate } from '../../format/date.ts';

/** Why a customer is written to. */
export type MessageReason = FailureClass | 'never-connected' | 'disconnected' | 'well';

/** What a message to a customer is made of. */
export interface MessageFacts {
  reason: MessageReason;
  /** Who writes. */
  organisation: string;
  member: string;
  company: string;
  /** Null: not chosen yet. */
  platform: string | null;
  /** Since when nothing is read; null where that is not so. */
  since: Date | null;
  timeZone: string;
}

/** The ready message: what happened in the customer's words, what to do, what it costs. The link comes below it. */
export function customerMessageWords(facts: MessageFacts): { subject: string; text: string } {
  const { reason, organisation, member, company } = facts;
  const platform = facts.platform ?? 'your accounting system';
  const since = facts.since ? ` since ${formatDate(facts.since, facts.timeZone)}` : '';
  const { subject, what, ask } = wordsOf(reason, { organisation, company, platform, since });
  return { subject, text: ['Hello,', what, ask, `Kind regards,\n${member}\n${organisation}`].join('\n\n') };
}

interface Words {
  subject: string;
  what: string;
  ask: string;
}

interface Names {
  organisation: string;
  company: string;
  platform: string;
  /** ` since 21 Nov 2026`, or nothing. */
  since: string;
}

function wordsOf(reason: MessageReason, { organisation, company, platform, since }: Names): Words {
  const again = {
    subject: `Please reconnect ${platform} for ${company}`,
    ask: 'Please open the link below and sign in again. It takes about a minute, and nothing that was read before is lost.',
  };
  switch (reason) {
    case 'never-connected':
      return {
        subject: `Please connect ${platform} for ${company}`,
        what: `${organisation} would like to read the books of ${company} from ${platform}, so that you need not send them by hand.`,
        ask: 'Please open the link below, check what is read and written, and sign in. You can take the access back there at any time.',
      };
    case 'permission':
      return {
        ...again,
        what: `The user that was given to ${organisation} for ${platform} may no longer read everything of ${company}${since}.`,
        ask: `Please give that user access again in ${platform}, or open the link below and sign in with another one. Nothing that was read before is lost.`,
      };
    case 'wrong-company':
      return {
        subject: `Which company in ${platform} is meant for ${company}?`,
        what: `The last sign-in for ${company} leads to another company in ${platform} than before, so ${organisation} reads nothing until that is clear.`,
        ask: 'If it was a mistake, please open the link below and choose the company from before. If the other company is meant, please answer to this message.',
      };
    case 'platform-down':
      return {
        subject: `${platform} can't be reached for ${company}`,
        what: `${organisation} can't reach ${platform} for ${company}${since}.`,
        ask: 'Please check whether your server is up and reachable. If its address or sign-in changed, please open the link below and connect it again. Nothing that was read before is lost.',
      };
    case 'disconnected':
      return {
        ...again,
        what: `${platform} was disconnected for ${company}${since}, so ${organisation} reads nothing new.`,
      };
    default:
      return {
        ...again,
        what: `${platform} no longer accepts the sign-in that ${organisation} was given for ${company}, so nothing new was read${since}.`,
      };
  }
}
