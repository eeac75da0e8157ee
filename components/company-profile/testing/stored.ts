import { type CompanyRow, profileView } from '@/lib/domain/companies/profile-view.ts';
import { type CustomFieldForm, type ProfileDraft, profileDraft } from '../profile-draft.ts';

/** Fields of an organisation, one of each kind that is sent in a form of its own. */
export const fields: CustomFieldForm[] = [
  { id: 1, name: 'Region', type: 'TEXT', options: [] },
  { id: 2, name: 'Seats', type: 'NUMBER', options: [] },
  { id: 3, name: 'Lines', type: 'MULTI_SELECT', options: [{ id: 'a', name: 'Books' }] },
];

const moments = ['createdAt', 'updatedAt', 'lastActivityAt'].map((name) => [name, new Date('2026-11-26T10:00:00Z')]);

/** The form of a company that has said little of itself. */
export function storedDraft(company: Partial<CompanyRow> = {}): ProfileDraft {
  const row = {
    id: 7,
    name: 'Pemberton Tools',
    companyCode: 'PEMB',
    vat: 'GB1',
    tagList: ['north'],
    dueDays: null,
    ...Object.fromEntries(moments),
    ...company,
  } as CompanyRow;
  const none = { addressId: null, billingAddress: null, city: null, state: null, zipcode: null, country: null };
  const phone = { ...none, kind: 'phone', companyId: 7, organisationId: 1 } as const;
  const contact = [
    { ...phone, id: 11, position: 0, name: 'Office', value: '1' },
    { ...phone, id: 12, position: 1, name: null, value: '2' },
  ];
  return profileDraft(profileView({ company: row, profile: null, mother: null, contact }), fields, []);
}
