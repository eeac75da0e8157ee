import type { Metadata } from 'next';
import { Suspense } from 'react';
import { CompanyLinkCard } from '@/components/companies/company-link-card.tsx';
import { ConnectionCard } from '@/components/companies/connection-card.tsx';
import { Card, CardDescription, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { loadCompany } from '../_components/load-company.ts';
import { LinesSkeleton } from '../_components/skeletons.tsx';
import { DataCard } from './_components/data-card.tsx';
import { Readers } from './_components/readers.tsx';

interface Props {
  params: Promise<{ companyId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Access to ${(await loadCompany((await params).companyId)).company.name}` };
}

/** The ways into the company: its customer's link, its sign-in, the programs that read it, and the way out of its data. */
export default async function CompanyAccessPage({ params }: Props) {
  const { companyId } = await params;
  const { company, platform, health, definition, isConnected, inviteUrl } = await loadCompany(companyId);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 gap-4">
        <ConnectionCard
          connection={company.connection}
          platform={platform}
          health={health}
          isConnected={isConnected}
          variableLabels={Object.fromEntries(definition?.auth.fields.map(({ name, label }) => [name, label]) ?? [])}
        />
        <Card>
          <CardHeader>
            <CardTitle>Keys and tokens that read it</CardTitle>
            <CardDescription>Those that work now, used last first</CardDescription>
          </CardHeader>
          <Suspense fallback={<LinesSkeleton lines={3} />}>
            <Readers companyId={companyId} />
          </Suspense>
        </Card>
      </div>
      <div className="grid min-w-0 gap-4">
        <CompanyLinkCard link={company.inviteLink} url={inviteUrl} />
        <DataCard companyId={companyId} />
      </div>
    </div>
  );
}
