import { type CustomFieldForm, type ProfileDraft, profileDraft } from '@/components/company-profile/profile-draft.ts';
import type { Option, ProfileOptions } from '@/components/company-profile/profile-options.ts';
import type { FixedProfile } from '@/components/company-profile/profile-sections.tsx';
import type { Context } from '@/lib/context.ts';
import { listChains } from '@/lib/domain/chains/data.ts';
import { tagsInUse } from '@/lib/domain/companies/filter-options.ts';
import { currencies } from '@/lib/domain/companies/iso-codes.ts';
import type { CompanyProfile } from '@/lib/domain/companies/profile-view.ts';
import { getCompanyProfile, subscribersOf } from '@/lib/domain/companies/profiles.ts';
import { listCustomFields } from '@/lib/domain/custom-fields/data.ts';
import { listMembers } from '@/lib/domain/members/data.ts';
import { listReferences } from '@/lib/domain/reference-data/data.ts';
import type { ReferenceKind } from '@/lib/domain/reference-data/schema.ts';

/** A company's profile as its forms take it, with what there is to choose from. Throws not-found. */
export async function loadProfile(
  ctx: Context,
  input: { companyId: number },
): Promise<{ fixed: FixedProfile; stored: ProfileDraft; options: ProfileOptions }> {
  const [profile, chains, customFields, tags, members, told, subsidiaries, taxRates, documentTypes] = await Promise.all(
    [
      getCompanyProfile(ctx, input),
      listChains(ctx),
      listCustomFields(ctx),
      tagsInUse(ctx),
      listMembers(ctx),
      subscribersOf(ctx, { companyIds: [input.companyId] }),
      referenceOptions(ctx, 'subsidiary'),
      referenceOptions(ctx, 'tax-rate'),
      referenceOptions(ctx, 'document-type'),
    ],
  );
  // A field that was put away is still shown where it holds a value.
  const fields = customFields.filter(({ id, archivedAt }) => !archivedAt || hasValue(profile, id)).map(fieldForm);
  const subscribers = told.get(input.companyId)?.map(({ userId }) => userId) ?? [];
  return {
    fixed: { number: profile.number, chain: chains.find(({ id }) => id === profile.chainId)?.name ?? profile.chainId },
    stored: profileDraft(profile, fields, subscribers),
    options: {
      currencies: currencyOptions(),
      subsidiaries,
      taxRates,
      documentTypes,
      tags,
      customFields: fields,
      members: members.map(({ userId, name, email }) => ({ value: userId, label: `${name} (${email})` })),
    },
  };
}

async function referenceOptions(ctx: Context, kind: ReferenceKind): Promise<Option[]> {
  const references = await listReferences(ctx, { kind });
  return references.map(({ id, name, percentage }) => ({
    value: String(id),
    label: percentage === null ? name : `${name} (${percentage} %)`,
  }));
}

const hasValue = ({ customFields }: CompanyProfile, id: number): boolean =>
  customFields !== null && (customFields[id] ?? null) !== null;

const fieldForm = ({ id, name, type, options }: CustomFieldForm): CustomFieldForm => ({ id, name, type, options });

/** Spelled on the server alone: browsers name currencies in other words. */
function currencyOptions(): Option[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return [...currencies].map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }));
}
