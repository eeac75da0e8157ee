import type { Context } from '../../context.ts';
import type { CompanyProfile } from '../../domain/companies/profile-view.ts';
import { type Subscriber, subscribersOf } from '../../domain/companies/profiles.ts';
import { getOrganisation } from '../../domain/organisations/data.ts';
import type { OrganisationView } from '../../domain/organisations/schema.ts';
import { listReferences } from '../../domain/reference-data/data.ts';
import type { ReferenceKind, ReferenceView } from '../../domain/reference-data/schema.ts';
import type { Include } from './names.ts';

/** What companies are shown with: always their organisation, whose clock times are told by, and what was asked for. */
export interface Related {
  include: readonly Include[];
  organisation: OrganisationView;
  subsidiaries: readonly ReferenceView[];
  taxRates: readonly ReferenceView[];
  subscribers: ReadonlyMap<number, readonly Subscriber[]>;
}

/** One query a kind, however many companies. */
export async function relatedTo(
  ctx: Context,
  companies: readonly CompanyProfile[],
  include: readonly Include[],
): Promise<Related> {
  const references = async (name: Include, kind: ReferenceKind, of: (company: CompanyProfile) => number | null) => {
    const ids = include.includes(name) ? companies.flatMap((company) => of(company) ?? []) : [];
    return ids.length > 0 ? listReferences(ctx, { kind, ids }) : [];
  };
  const companyIds = companies.map(({ id }) => id);
  const [organisation, subsidiaries, taxRates, subscribers] = await Promise.all([
    getOrganisation(ctx),
    references('default_subsidiary', 'subsidiary', (company) => company.defaultSubsidiaryId),
    references('default_tax_rate', 'tax-rate', (company) => company.defaultTaxRateId),
    include.includes('subscribers') ? subscribersOf(ctx, { companyIds }) : new Map<number, Subscriber[]>(),
  ]);
  return { include, organisation, subsidiaries, taxRates, subscribers };
}
