import { env } from '../../env.ts';
import { formatDateTime } from '../../format/date.ts';
import { formatCount } from '../../format/number.ts';
import type { MailMessage } from '../mail/message.ts';
import type { IncidentGuide } from './cause.ts';

/** An incident as its mail tells it. */
export interface MailedIncident {
  id: string;
  guide: IncidentGuide;
  openedAt: Date;
  /** The first of its companies. */
  companies: string[];
  count: number;
}

/** Companies that a mail names of each incident. */
const named = 10;

/** The mail that says which incidents began: what happened, where, who must act, what next. */
export function incidentMail(input: { organisation: string; entries: MailedIncident[] }): MailMessage {
  const { organisation, entries } = input;
  const [only] = entries.length === 1 ? entries : [];
  return {
    subject: only
      ? `${organisation}: ${only.guide.label.toLowerCase()} at ${where(only)}`
      : `${organisation}: ${formatCount(entries.length, 'new incident', 'new incidents')}`,
    body: entries.flatMap((entry) => partsOf(entry)),
    action: only
      ? { label: 'Open the incident', url: `${env().publicUrl}/incidents/${only.id}` }
      : { label: 'See what needs attention', url: `${env().publicUrl}/` },
    note: `You asked to be told of new incidents of ${organisation}. Notifications are switched off under Needs attention on the overview.`,
  };
}

const where = ({ companies, count }: MailedIncident) =>
  count === 1 && companies[0] ? companies[0] : formatCount(count, 'company', 'companies');

function partsOf({ guide, openedAt, companies, count }: MailedIncident): MailMessage['body'] {
  const rest = count - Math.min(count, named);
  return [
    `${guide.label}: ${guide.summary}`,
    [...companies.slice(0, named), ...(rest > 0 ? [`and ${rest} more`] : [])],
    `Seen since ${formatDateTime(openedAt, 'UTC')} UTC. Who must act: ${guide.actor}. ${guide.nextStep}`,
  ];
}
