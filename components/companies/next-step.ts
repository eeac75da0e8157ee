import type { CompanyView } from '@/lib/domain/companies/schema.ts';

/** Failures that the customer mends by signing in again. */
const mendedByLink = new Set(['credentials', 'permission', 'wrong-company']);

/**
 * The button that a company's health calls for: the link to send, a new link where none works, or none, since it is
 * well, mends by itself, or only Restore helps.
 */
export function nextStepOf(
  company: Pick<CompanyView, 'archivedAt' | 'connection' | 'integrationCategory'>,
  { linkWorks, mayInvite }: { linkWorks: boolean; mayInvite: boolean },
): 'copy-link' | 'new-link' | null {
  const { archivedAt, connection, integrationCategory } = company;
  if (archivedAt) return null;
  const isDone =
    connection !== null &&
    connection.status !== 'DISCONNECTED' &&
    connection.status !== 'EXPIRED' &&
    !mendedByLink.has(connection.failure?.failureClass ?? '');
  if (isDone) return null;
  if (linkWorks) return 'copy-link';
  return mayInvite && integrationCategory !== null ? 'new-link' : null;
}
