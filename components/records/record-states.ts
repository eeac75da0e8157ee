import type { Tone } from '@/components/ui/tone.ts';
import type { ParentModel } from '@/db/schema/enums.ts';
import { spelled } from '@/lib/domain/records/field-words.ts';

interface RecordState {
  label: string;
  tone: Tone;
}

const states: Record<string, RecordState> = {
  draft: { label: 'Draft', tone: 'neutral' },
  submitted: { label: 'Open', tone: 'info' },
  open: { label: 'Open', tone: 'info' },
  partially_paid: { label: 'Partly paid', tone: 'info' },
  partially_billed: { label: 'Partly billed', tone: 'info' },
  paid: { label: 'Paid', tone: 'success' },
  closed: { label: 'Closed', tone: 'success' },
  overdue: { label: 'Overdue', tone: 'warning' },
  void: { label: 'Void', tone: 'neutral' },
  pending: { label: 'Pending', tone: 'info' },
  posted: { label: 'Posted', tone: 'success' },
  reconciled: { label: 'Reconciled', tone: 'success' },
  active: { label: 'Active', tone: 'success' },
  inactive: { label: 'Inactive', tone: 'neutral' },
  archived: { label: 'Archived', tone: 'neutral' },
};

/** What `submitted` means where there is an open state beside it. */
const waitsForApproval: RecordState = { label: 'Submitted', tone: 'info' };

/** A state of a model's records in words and colour. */
export function stateWords(model: ParentModel, status: string): RecordState {
  if (status === 'submitted' && ['SALES_ORDER', 'PURCHASE_ORDER', 'EXPENSE'].includes(model)) return waitsForApproval;
  return states[status] ?? { label: spelled(status), tone: 'neutral' };
}

/** How a record stands on its platform; deleted goes before all else, null where nothing is known. */
export function recordState(
  model: ParentModel,
  record: { values: Readonly<Record<string, unknown>>; deletedAt: string | null },
): RecordState | null {
  if (record.deletedAt) return { label: 'Deleted', tone: 'neutral' };
  const { status } = record.values;
  return typeof status === 'string' && status !== 'unknown' ? stateWords(model, status) : null;
}
