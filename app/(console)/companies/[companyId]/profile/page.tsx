import type { Metadata } from 'next';
import {
  BillingSection,
  ClassificationSection,
  CodesSection,
  ContactSection,
  IdentitySection,
  ReferencesSection,
} from '@/components/company-profile/profile-sections.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { loadCompany } from '../_components/load-company.ts';
import { loadProfile } from './_components/load-profile.ts';

interface Props {
  params: Promise<{ companyId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Profile of ${(await loadCompany((await params).companyId)).company.name}` };
}

/** What the company says of itself, in every dialect's words; each section is saved by itself. */
export default async function CompanyProfilePage({ params }: Props) {
  const { companyId } = await params;
  const { ctx, company } = await loadCompany(companyId);
  const { fixed, stored, options } = await loadProfile(ctx, { companyId: company.id });
  const mayEdit = may(ctx.actor, 'companies.write');
  const props = { companyId: company.id, stored, options, mayEdit };
  return (
    <div className="grid max-w-5xl grid-cols-1 gap-8">
      <p className="text-muted-foreground">
        The small print under a field is its name in the APIs: what is changed here is changed for all of them.
        {!mayEdit && ' Changing it needs the role operator, admin or owner.'}
      </p>
      <IdentitySection {...props} fixed={fixed} />
      <BillingSection {...props} />
      <ContactSection {...props} />
      <ClassificationSection {...props} />
      <ReferencesSection {...props} />
      <CodesSection {...props} />
    </div>
  );
}
