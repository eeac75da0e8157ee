import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { contactCsv } from '@/lib/domain/records/contact-csv.ts';
import { contactListInput } from '@/lib/domain/records/contact-view.ts';
import { type ContactListItem, contactsFrom } from '@/lib/domain/records/data.ts';
import { csvRoute, exportPageSize, pagesOf } from '@/lib/http/csv-route.ts';

/** Every contact of a company that matches, as a file. */
export const GET = csvRoute<ContactListItem, { companyId: string }>(({ ctx }, request, params) => {
  const query = new URL(request.url).searchParams;
  const company = { companyId: companyIdFrom(params.companyId) };
  const pages = pagesOf(async (after) => {
    const input = contactListInput(company, query, { after, limit: exportPageSize });
    const { contacts, next } = await contactsFrom(ctx, input);
    return { rows: contacts, next };
  });
  return { name: `contacts-of-${company.companyId}`, columns: contactCsv, pages };
});
