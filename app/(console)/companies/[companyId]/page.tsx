import { Unplug } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { CompanyFacts } from '@/components/companies/company-facts.tsx';
import { CompanyLinkCard } from '@/components/companies/company-link-card.tsx';
import { Card, CardDescription, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { Freshness } from './_components/freshness.tsx';
import { loadCalls, loadCompany } from './_components/load-company.ts';
import { LinesSkeleton } from './_components/skeletons.tsx';
import { TimelineCard, type TimelineSearch } from './_components/timeline-card.tsx';

interface Props {
  params: Promise<{ companyId: string }>;
  searchParams: Promise<TimelineSearch>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadCompany((await params).companyId)).company.name };
}

/** What happened and by whom, how fresh the books are, and the company's facts. */
export default async function CompanyOverviewPage({ params, searchParams }: Props) {
  const [{ companyId }, search] = await Promise.all([params, searchParams]);
  const { company, platform, definition, inviteUrl } = await loadCompany(companyId);
  const calls = await loadCalls(companyId);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 gap-4">
        <TimelineCard companyId={companyId} search={search} />
        {company.connection ? (
          <Card>
            <CardHeader>
              <CardTitle>Freshness</CardTitle>
              <CardDescription>When each model was read, and when it is due again</CardDescription>
            </CardHeader>
            <Suspense fallback={<LinesSkeleton lines={5} />}>
              <Freshness companyId={companyId} />
            </Suspense>
          </Card>
        ) : (
          <Card>
            <Empty
              icon={Unplug}
              title="Nothing is read yet"
              description="Freshness, syncs and contacts appear here once your customer has opened the link and connected."
            />
          </Card>
        )}
      </div>
      <div className="grid min-w-0 gap-4">
        <CompanyLinkCard link={company.inviteLink} url={inviteUrl} />
        <Card>
          <CardHeader className="mb-1">
            <CardTitle>Facts</CardTitle>
          </CardHeader>
          <CompanyFacts
            company={company}
            platform={platform}
            calls={calls}
            variableLabels={Object.fromEntries(definition?.auth.fields.map(({ name, label }) => [name, label]) ?? [])}
          />
        </Card>
      </div>
    </div>
  );
}
