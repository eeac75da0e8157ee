import type { Tone } from '@/components/ui/tone.ts';
import type { WriteState } from '@/db/schema/enums.ts';
import type { WriteRow } from '@/lib/domain/writes/write-page.ts';

/** What people call a write's state. `note`: what happens next, of those that have not ended. */
export const writeStateWords: Record<WriteState, { label: string; tone: Tone; note?: string }> = {
  PENDING: { label: 'Waits', tone: 'info', note: 'It is sent as soon as {platform} can be reached.' },
  SENDING: { label: 'Being sent', tone: 'info' },
  UNCERTAIN: {
    label: 'Not known yet',
    tone: 'warning',
    note: '{platform} may have it. It is asked first, and the record sent again only if it is not there.',
  },
  ACCEPTED: { label: 'Taken', tone: 'info', note: '{platform} has it; the record is still to be read back.' },
  CONFIRMED: { label: 'Written', tone: 'success' },
  FAILED: { label: 'Failed', tone: 'danger' },
};

/** What is written: `Payment of 25.5 for invoice RE-3`, `New contact Zebra Interiors`. */
export function writeSubject({
  dataModel,
  operation,
  fields,
  invoice: known,
}: Pick<WriteRow, 'dataModel' | 'operation' | 'fields' | 'invoice'>): string {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null);
  if (dataModel === 'CONTACT') {
    const name = text('name');
    if (operation === 'create') return name ? `New contact ${name}` : 'New contact';
    return name ? `Contact, now ${name}` : 'Changes of a contact';
  }
  const [invoice, creditNote] = [known ?? text('invoice_id'), text('credit_note_id')];
  const towards = invoice ? ` for invoice ${invoice}` : creditNote ? ` for credit note ${creditNote}` : '';
  return `Payment of ${text('amount') ?? '?'}${towards}`;
}

type Step = Pick<WriteRow['evidence'][number], 'did' | 'outcome'>;

const known: Record<string, string> = {
  'sent accepted': '{platform} took it.',
  'asked confirmed': 'Asked {platform}: it has the record.',
  'asked absent': 'Asked {platform}: it has no such record.',
  'asked unclear': "Asked {platform}: it can't say whether it has the record.",
  'read read': 'The record was read back.',
};

const otherwise: Record<Step['did'], string> = {
  sent: 'Sent to {platform}',
  asked: 'Asked {platform}, without an answer',
  read: "The record can't be read back yet",
};

/** One thing that was done about a write, as a sentence. */
export function stepWords({ did, outcome }: Step, platform: string): string {
  const words = known[`${did} ${outcome}`] ?? `${otherwise[did]}: ${outcome}`;
  return inWords(/[.!?]$/.test(words) ? words : `${words}.`, platform);
}

export const inWords = (template: string, platform: string): string => template.replaceAll('{platform}', platform);
