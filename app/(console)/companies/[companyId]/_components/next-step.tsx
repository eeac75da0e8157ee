import { CopyLinkButton } from '@/components/companies/copy-link-button.tsx';
import { NewLinkButton } from '@/components/companies/new-link-button.tsx';
import { type LoadedCompany, mayOf } from './load-company.ts';

/** Failures that the customer mends by signing in again. */
const mendedByLink = new Set(['credentials', 'permission', 'wrong-company']);

/** Which button the health strip offers: the link to send, a new link, or none. */
export function nextStepOf(loaded: LoadedCompany): 'copy-link' | 'new-link' | null {
  const { company, isArchived, isConnected, inviteUrl } = loaded;
  if (isArchived) return null;
  const failure = company.connection?.failure?.failureClass;
  const needsLink = !isConnected || company.connection?.status === 'EXPIRED' || mendedByLink.has(failure ?? '');
  if (!needsLink) return null;
  if (inviteUrl) return 'copy-link';
  return mayOf(loaded).invite && company.integrationCategory ? 'new-link' : null;
}

export function NextStep({ loaded }: { loaded: LoadedCompany }) {
  const { company, isConnected, inviteUrl } = loaded;
  switch (nextStepOf(loaded)) {
    case 'copy-link':
      return (
        inviteUrl && (
          <CopyLinkButton url={inviteUrl} label={company.connection ? 'Copy reconnect link' : 'Copy invite link'} />
        )
      );
    case 'new-link':
      return (
        company.integrationCategory && (
          <NewLinkButton
            companyId={company.id}
            integration={isConnected ? (company.connection?.integration ?? null) : company.integration}
            integrationCategory={company.integrationCategory}
            syncFrom={company.syncFrom?.toISOString() ?? null}
          />
        )
      );
    default:
      return null;
  }
}
