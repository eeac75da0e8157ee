import { ConfirmCompany } from '@/components/companies/confirm-company.tsx';
import { CopyLinkButton } from '@/components/companies/copy-link-button.tsx';
import { NewLinkButton } from '@/components/companies/new-link-button.tsx';
import { nextStepOf } from '@/components/companies/next-step.ts';
import { WriteToCustomer } from '@/components/companies/write-to-customer.tsx';
import { type LoadedCompany, mayOf } from './load-company.ts';

/** What a company's health calls for, as the viewer may do it. */
export const nextStepFor = (loaded: LoadedCompany) =>
  nextStepOf(loaded.company, { linkWorks: loaded.inviteUrl !== null, mayInvite: mayOf(loaded).invite });

/** The button of the health strip. */
export function NextStep({ loaded }: { loaded: LoadedCompany }) {
  const { company, inviteUrl, proposed } = loaded;
  if (proposed && mayOf(loaded).confirm) {
    return <ConfirmCompany companyId={company.id} name={company.name} proposed={proposed.entityName} />;
  }
  const step = nextStepFor(loaded);
  if (step === 'copy-link' && inviteUrl) {
    return (
      <div className="flex flex-wrap gap-2">
        {mayOf(loaded).invite && <WriteToCustomer companyId={company.id} name={company.name} />}
        <CopyLinkButton url={inviteUrl} label={company.connection ? 'Copy reconnect link' : 'Copy invite link'} />
      </div>
    );
  }
  if (step === 'new-link' && company.integrationCategory) {
    return (
      <NewLinkButton
        companyId={company.id}
        integration={company.integration}
        integrationCategory={company.integrationCategory}
        syncFrom={company.syncFrom?.toISOString() ?? null}
      />
    );
  }
  return null;
}
