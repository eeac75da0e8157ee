import { scheduleWords } from '@/components/sync-config/schedule-words.ts';
import { dataModelNames } from '@/components/syncs/data-model-names.ts';
import { type DataModel, type Frequency, frequencies } from '@/db/schema/enums.ts';
import { companyFieldNames } from '@/lib/domain/companies/field-names.ts';
import { type LabFaultKind, labFaults } from '@/lib/domain/fault-lab/lab-faults.ts';
import { formatDay } from '@/lib/format/date.ts';

export interface AuditEntry {
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Labels within a sentence: names such as IATA and DUNS keep their capitals. */
const profileLabels = new Map<string, string>(
  Object.entries(companyFieldNames).map(([field, { label }]) => [
    field,
    label.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase()),
  ]),
);

const plain: Record<string, string> = {
  'company.archived': 'archived the company',
  'company.deleted': 'deleted the company',
  'company.erased': 'had every row of the company erased',
  'company.restored': 'restored the company',
  'connection.disconnected': 'disconnected the company',
  'connection.paused': 'paused all syncs',
  'connection.resumed': 'resumed all syncs',
  'invite-link.created': 'made an invite link',
  'invite-link.revoked': 'revoked the invite link',
  'invite-link.changed': 'changed the invite link',
  'sync.cancelled': 'cancelled a sync',
  'incidents.subscribed': 'asked to be told of new incidents',
  'incidents.unsubscribed': 'asked to be told of incidents no more',
};

const doors: Record<string, string> = {
  'core-v4': 'an API key, through the Core API',
  'jsonapi-v2': 'an access token, through the JSON:API',
  'connector-v1': 'an access token, through the Connector API',
  connect: 'on the connect page',
  worker: 'by itself',
  cli: 'on the command line',
  demo: 'made up by the demo',
};

/** Who it was, and through which door, of what did not come from somebody in the console; null of what did. */
export const doorWords = (door: string): string | null => (door === 'console' ? null : (doors[door] ?? door));

/** What somebody did, as the end of a sentence that begins with who. An action without words shows its name. */
export function auditWords({ action, before, after }: AuditEntry): string {
  switch (action) {
    case 'company.created':
      return typeof after?.name === 'string' ? `added ${after.name}` : 'added the company';
    case 'company.renamed':
      return `renamed it from ${String(before?.name ?? '?')} to ${String(after?.name ?? '?')}`;
    case 'company.changed':
      return `changed ${profileWords(Object.keys(after ?? {}))}`;
    case 'connection.connected':
      return `connected it${entity(after)}`;
    case 'connection.reconnected':
      return `reconnected it${entity(after)}`;
    case 'connection.other-company-proposed':
      return `signed in${entity(after)}, another company than before; it waits to be confirmed`;
    case 'connection.other-company-confirmed':
      return `confirmed that another company is meant, and connected it${entity(after)}`;
    case 'connection.other-company-declined':
      return 'kept the company that was connected before';
    case 'sync.started':
      return after?.fullSync === true ? 'started a full sync' : 'started a sync';
    case 'sync.retried':
      return after?.fullSync === true ? 'did a full sync once more' : 'did a sync once more';
    case 'sync.deletions-confirmed':
      return `confirmed that ${deletedWords(after)} are gone, and started a full sync of them`;
    case 'customer-message.sent':
      return `wrote to the customer${typeof after?.recipient === 'string' ? `, to ${after.recipient}` : ''}`;
    case 'write.created':
      return writeWords(after);
    case 'sync-config.changed':
      return configWords(before ?? {}, after ?? {});
    case 'sync-config.undone':
      return `undid a change: ${configWords(before ?? {}, after ?? {})}`;
    case 'sync-config.propagated':
      return `${configWords(before ?? {}, after ?? {})}, as the default for all companies`;
    case 'project.created':
      return `added the project ${named(after)}`;
    case 'project.renamed':
      return `renamed the project ${named(before)} to ${named(after)}`;
    case 'project.deleted':
      return `deleted the project ${named(before)}`;
    case 'fault-lab.switched-on':
      return `made the sandbox fail: ${labWords(after?.fault)}`;
    case 'fault-lab.switched-off':
      return 'made the sandbox work again';
    case 'model.paused':
      return `paused the syncs of ${modelWords(after)}`;
    case 'model.resumed':
      return `resumed the syncs of ${modelWords(after)}`;
    default:
      return plain[action] ?? action.replace('.', ': ').replaceAll('-', ' ');
  }
}

/** `sent 12 invoice payments to the platform`, `changed a contact on the platform`. */
function writeWords(after: AuditEntry['after']): string {
  const name = dataModelNames[after?.dataModel as DataModel]?.toLowerCase() ?? 'records';
  if (after?.operation === 'update') return `changed one of the ${name} on the platform`;
  return `sent ${typeof after?.records === 'number' ? `${after.records} ` : ''}${name} to the platform`;
}

const labWords = (kind: unknown) => labFaults[kind as LabFaultKind]?.label.toLowerCase() ?? String(kind);

const named = (values: Record<string, unknown> | null) => String(values?.name ?? '?');

const entity = (after: AuditEntry['after']) => (typeof after?.entityName === 'string' ? ` to ${after.entityName}` : '');

const modelWords = (after: AuditEntry['after']) =>
  dataModelNames[after?.dataModel as DataModel]?.toLowerCase() ?? 'a model';

const deletedWords = (after: AuditEntry['after']) =>
  typeof after?.wouldVanish === 'number' ? `${after.wouldVanish} ${modelWords(after)}` : modelWords(after);

const mostFields = 3;

/** The fields of a profile, as far as they can be read at a glance: `tags, currency and 2 more`. */
function profileWords(fields: string[]): string {
  const words = fields.map((field) => profileLabels.get(field) ?? field);
  if (words.length === 0) return 'the profile';
  if (words.length > mostFields) {
    return `${words.slice(0, mostFields - 1).join(', ')} and ${words.length - mostFields + 1} more`;
  }
  return words.length === 1 ? String(words[0]) : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The change of model settings, by model: `switched contacts off`, `set invoices to every day`. */
function configWords(before: Record<string, unknown>, after: Record<string, unknown>): string {
  const changes = Object.keys(after).flatMap((model) => {
    const name = dataModelNames[model as DataModel]?.toLowerCase();
    return name ? modelChange(name, asSettings(before[model]), asSettings(after[model])) : [];
  });
  return changes.length > 0 ? changes.join('; ') : 'changed what is synced';
}

type Settings = Record<string, unknown>;

const asSettings = (value: unknown): Settings => (typeof value === 'object' && value !== null ? { ...value } : {});

function modelChange(name: string, before: Settings, after: Settings): string[] {
  const changes: string[] = [];
  if (typeof after.enabled === 'boolean') changes.push(`switched ${name} ${after.enabled ? 'on' : 'off'}`);
  const schedule = scheduleOf({ ...before, ...after });
  if (schedule && ('frequency' in after || 'interval' in after)) changes.push(`set ${name} to ${schedule}`);
  else if ('frequency' in after || 'interval' in after) changes.push(`changed the schedule of ${name}`);
  if ('syncFrom' in after) {
    changes.push(
      typeof after.syncFrom === 'string'
        ? `set ${name} to be read from ${formatDay(after.syncFrom)}`
        : `set ${name} to be read from the beginning`,
    );
  }
  if ('scopeAccess' in after) changes.push(`changed what may be done with ${name}`);
  return changes;
}

/** Only what changed is kept, so that one of the two may be missing: then the words can't be told. */
function scheduleOf({ frequency, interval }: Settings): string | null {
  const known = frequencies.find((one): one is Frequency => one === frequency);
  if (!known || (known !== 'NEVER' && typeof interval !== 'number')) return null;
  const words = scheduleWords({ frequency: known, interval: typeof interval === 'number' ? interval : 1 });
  return words.charAt(0).toLowerCase() + words.slice(1);
}
