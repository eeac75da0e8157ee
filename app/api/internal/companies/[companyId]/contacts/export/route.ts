import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { contactCsv } from '@/lib/domain/records/contact-csv.ts';
import { type ContactListItem, contactsFrom } from '@/lib/domain/records/data.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** Every contact of a company that matches, as a file. */
export const GET = csvRoute<ContactListItem, { companyId: string }>(({ ctx }, request, params) => {
  const query = new URL(request.url).searchParams;
  const wanted = {
    companyId: companyIdFrom(params.companyId),
    search: query.get('q') ?? undefined,
    includeDeleted: query.get('show') === 'all',
  };
  const pages = pagesOf(async (after) => {
    const { contacts, next } = await contactsFrom(ctx, {
      ...wanted,
      cursor: after ?? undefined,
      limit: exportPageSize,
    });
    return { rows: contacts, next };
  });
  return { name: `contacts-of-${wanted.companyId}`, columns: contactCsv, pages };
});
