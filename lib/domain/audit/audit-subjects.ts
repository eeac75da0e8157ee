/** What entries of the audit log speak of, as the console filters by it: the nouns before the dot of their actions. */
export const auditSubjects = {
  companies: ['company', 'project', 'bulk-action'],
  connections: ['connection'],
  'invite-links': ['invite-link', 'customer-message'],
  syncs: ['sync', 'write'],
  'sync-settings': ['sync-config', 'model', 'sync-defaults'],
  webhooks: ['webhook'],
  keys: ['api-key', 'access-token', 'integration-client'],
  members: ['member', 'member-invitation', 'user', 'session'],
  organisation: ['organisation', 'chain', 'subsidiary', 'tax-rate', 'document-type', 'custom-field', 'saved-view'],
} as const;

/** A group of nouns, or `other` for what stands in none. */
export type AuditSubject = keyof typeof auditSubjects | 'other';

export const auditSubjectNames = [...Object.keys(auditSubjects), 'other'] as AuditSubject[];

/** Every noun that stands in a group. */
export const groupedNouns: readonly string[] = Object.values(auditSubjects).flat();
