import { z } from 'zod';
import type { CompanyProfile } from '../../../domain/companies/profile-view.ts';
import type { Include } from '../names.ts';
import type { Related } from '../related.ts';

const identifierOf = <T extends string>(type: T) => z.object({ type: z.literal(type), id: z.string() });

const notIncludedShape = z.object({ meta: z.object({ included: z.literal(false) }) });

export const relationshipsShape = z.object({
  organization: z.object({ data: identifierOf('organizations') }),
  default_subsidiary: z.union([notIncludedShape, z.object({ data: identifierOf('subsidiaries').nullable() })]),
  default_tax_rate: z.union([notIncludedShape, z.object({ data: identifierOf('tax_rates').nullable() })]),
  custom_field_people: notIncludedShape,
  custom_field_attachments: notIncludedShape,
  subscribers: z
    .object({ data: z.array(identifierOf('people')) })
    .optional()
    .describe('Only where it is included.'),
});

const notIncluded = { meta: { included: false } } as const;

/** What a company is related to: identifiers of what was asked for, and that the rest was not. */
export function relationshipsWire(company: CompanyProfile, related: Related): z.infer<typeof relationshipsShape> {
  const has = (name: Include) => related.include.includes(name);
  const { defaultSubsidiaryId: subsidiaryId, defaultTaxRateId: taxRateId } = company;
  const subscribers = related.subscribers.get(company.id) ?? [];
  return {
    organization: { data: { type: 'organizations', id: String(company.organisationId) } },
    default_subsidiary: has('default_subsidiary') ? { data: identifier('subsidiaries', subsidiaryId) } : notIncluded,
    default_tax_rate: has('default_tax_rate') ? { data: identifier('tax_rates', taxRateId) } : notIncluded,
    custom_field_people: notIncluded,
    custom_field_attachments: notIncluded,
    ...(has('subscribers') && {
      subscribers: { data: subscribers.map(({ userId }) => ({ type: 'people' as const, id: userId })) },
    }),
  };
}

const identifier = <T extends string>(type: T, id: number | null) => (id === null ? null : { type, id: String(id) });
