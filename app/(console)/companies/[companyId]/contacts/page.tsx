import { ContactRound } from 'lucide-react';
import type { Metadata } from 'next';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { contactList } from '@/components/records/contact-list.ts';
import { ContactsTable } from '@/components/records/contacts-table.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { recordViewList } from '@/db/schema/enums.ts';
import { countLater } from '@/lib/count-later.ts';
import { contactCount, contactPage } from '@/lib/domain/records/contact-view.ts';
import { followViewLink, SavedViews } from '../../../_components/saved-views.tsx';
import { loadCompany, orFirstPage } from '../_components/load-company.ts';

const list = recordViewList('CONTACT');

interface Props {
  params: Promise<{ companyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Contacts of ${(await loadCompany((await params).companyId)).company.name}` };
}

/** Customers and vendors of the company, as its platform knows them. */
export default async function CompanyContactsPage({ params, searchParams }: Props) {
  const { companyId } = await params;
  const { ctx, company, platform, isArchived } = await loadCompany(companyId);
  if (isArchived) {
    return (
      <Card>
        <Empty
          icon={ContactRound}
          title={`${company.name} is archived`}
          description="Its contacts are kept. Restore it to see them."
        />
      </Card>
    );
  }
  const path = `/companies/${company.id}/contacts`;
  await followViewLink(path, list, searchParams);
  const query = tableQuery(await readTableParams(contactList, searchParams));
  const page = await orFirstPage(path, () => contactPage(ctx, { companyId: company.id }, query));
  return (
    <ContactsTable
      companyId={company.id}
      platform={platform ?? 'the platform'}
      views={<SavedViews list={list} />}
      initial={{
        query: query.toString(),
        page,
        total: countLater(query, page, () => contactCount(ctx, { companyId: company.id }, query)),
      }}
    />
  );
}
