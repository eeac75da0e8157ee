import { auditWords } from '@/components/companies/audit-words.ts';
import { companyFieldNames } from '@/lib/domain/companies/field-names.ts';
import { webhookTypeWords } from '../webhooks/webhook-words.ts';
import { memberWords } from './member-words.ts';

interface Entry {
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What is made, changed and removed in one way: as one says it in a sentence. */
const things: Record<string, string> = {
  'access-token': 'access token',
  'api-key': 'API key',
  branding: 'branding',
  chain: 'chain',
  'custom-field': 'custom field',
  'document-type': 'document type',
  'integration-client': 'client',
  logo: 'logo',
  organisation: 'organisation',
  'saved-view': 'view',
  subsidiary: 'subsidiary',
  'tax-rate': 'tax rate',
  user: 'account',
  webhook: 'webhook',
};

const verbs: Record<string, string> = {
  archived: 'put away',
  changed: 'changed',
  created: 'made',
  deleted: 'deleted',
  disabled: 'switched off',
  renamed: 'renamed',
  replayed: 'sent again a message of',
  restored: 'brought back',
  revoked: 'revoked',
  rotated: 'replaced',
  tested: 'sent a test to',
};

/** What somebody did, as the end of a sentence that begins with who: what concerns a company, and all the rest. */
export function entryWords(entry: Entry): string {
  const [noun = '', verb = ''] = entry.action.split('.');
  const thing = things[noun];
  if (thing && verbs[verb]) return `${verbs[verb]} the ${thing}${nameOf(entry)}`;
  switch (entry.action) {
    case 'bulk-action.started':
      return bulkWords(entry.after);
    case 'bulk-action.cancelled':
      return 'stopped a bulk action';
    case 'sync-defaults.changed':
      return 'changed how new companies are synced';
    default:
      return memberWords(entry.action, entry.before, entry.after) ?? auditWords(entry);
  }
}

/** `asked for 12 companies: archive`. */
function bulkWords(after: Entry['after']): string {
  const kind = String(after?.kind ?? '')
    .toLowerCase()
    .replaceAll('_', ' ');
  return `${after?.undoOf ? 'took back a bulk action' : 'began a bulk action'}, ${kind}, of ${String(after?.companies ?? '?')} companies`;
}

/** ` Acme`, with the space before it; nothing where an entry keeps no name. */
function nameOf({ before, after }: Entry): string {
  const kind = webhookTypeWords[after?.eventType as keyof typeof webhookTypeWords]?.label;
  const name = before?.name ?? after?.name ?? kind;
  return typeof name === 'string' ? ` ${name}` : '';
}

/** A changed value's place in words: `Tags`, `Expires at`, `INVOICE: Interval`. */
export function pathWords(path: string): string {
  const known = (companyFieldNames as Record<string, { label: string }>)[path];
  if (known) return known.label;
  return path.split('.').map(keyWords).join(': ');
}

const keyWords = (key: string): string => {
  if (/^[A-Z0-9_]+$/.test(key)) return key;
  const words = key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
