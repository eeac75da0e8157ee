import { z } from 'zod';
import { newProfile, type ProfileChanges, profileChanges } from '../../domain/companies/profile-input.ts';
import { shownAs } from '../../http/shapes.ts';

const text = z.string('must be text').nullish();
const list = <T extends z.ZodType>(entry: T) => z.array(entry, 'must be a list').nullish();

/** The number of an entry that is kept; one of another company, or none at all, makes a new entry. */
const contactDatumId = shownAs(z.unknown().optional(), z.int().optional());
const common = { name: text, contact_datum_id: contactDatumId };

const contact = z.object(
  {
    phones: list(z.object({ ...common, phone: text }, 'must be an object')),
    emails: list(z.object({ ...common, email: text }, 'must be an object')),
    websites: list(z.object({ ...common, website: text }, 'must be an object')),
    addresses: list(
      z.object(
        { ...common, billing_address: text, city: text, state: text, zipcode: text, country: text },
        'must be an object',
      ),
    ),
  },
  'must be an object',
);

const { shape } = profileChanges;

/** What a client may set; what is only shown, or not known, is let pass: clients send back whole objects. */
const attributes = z.object(
  {
    name: shape.name,
    billing_name: shape.billingName,
    vat: shape.vat,
    default_currency: shape.defaultCurrency,
    avatar_url: shape.avatarUrl,
    invoice_email_recipients: shape.invoiceEmailRecipients,
    custom_fields: shape.customFields,
    company_code: shape.companyCode,
    domain: shape.domain,
    projectless_budgets: shape.projectlessBudgets,
    leitweg_id: shape.leitwegId,
    buyer_reference: shape.buyerReference,
    peppol_id: shape.peppolId,
    default_subsidiary_id: shape.defaultSubsidiaryId,
    default_tax_rate_id: shape.defaultTaxRateId,
    default_document_type_id: shape.defaultDocumentTypeId,
    description: shape.description,
    due_days: shape.dueDays,
    tag_list: shape.tagList,
    contact: contact.nullish(),
    settings: shape.settings,
    external_id: shape.externalId,
    external_sync: shape.externalSync,
  },
  'must be an object',
);

/** Of a company to be made: without a name it has a blank one. */
const newAttributes = attributes.extend({
  name: z.preprocess((given) => given ?? '', newProfile.shape.name),
});
const newAttributesShown = attributes.extend({ name: z.string().min(1).max(255) });

/** Who is told of a company; a relationship that comes back as it was shown, without data, says nothing. */
const subscribers = z.object(
  {
    data: z
      .array(
        z.object({ type: z.literal('people', 'must be people'), id: z.string('must be text') }, 'must be an object'),
        'must be a list',
      )
      .max(1000, 'must have at most 1000 members')
      .optional(),
  },
  'must be an object',
);

const documentOf = <A extends z.ZodType>(given: A) =>
  z.object({
    data: z.object(
      {
        type: z.literal('companies', 'must be companies').optional(),
        id: z.string('must be text').optional(),
        attributes: given,
        relationships: z.object({ subscribers: subscribers.optional() }, 'must be an object').optional(),
      },
      'must be an object',
    ),
  });

type Attributes = z.output<typeof attributes>;
type Body = z.output<ReturnType<typeof documentOf<typeof attributes>>>;

/** A company to be made. */
export const newCompanyBody = shownAs(
  documentOf(newAttributes.prefault({ name: '' })).transform(({ data }) => ({
    ...changesOf({ data }),
    name: data.attributes.name,
  })),
  documentOf(newAttributesShown),
);

/** A change of a company: what is left out stays, null clears. */
export const companyBody = shownAs(
  documentOf(attributes.prefault({})).transform(({ data }) => ({ id: data.id, changes: changesOf({ data }) })),
  documentOf(attributes.optional()),
);

const changesOf = ({ data: { attributes: given, relationships } }: Body): ProfileChanges => ({
  name: given.name,
  billingName: given.billing_name,
  vat: given.vat,
  defaultCurrency: given.default_currency,
  avatarUrl: given.avatar_url,
  invoiceEmailRecipients: given.invoice_email_recipients,
  customFields: given.custom_fields,
  companyCode: given.company_code,
  domain: given.domain,
  projectlessBudgets: given.projectless_budgets,
  leitwegId: given.leitweg_id,
  buyerReference: given.buyer_reference,
  peppolId: given.peppol_id,
  defaultSubsidiaryId: given.default_subsidiary_id,
  defaultTaxRateId: given.default_tax_rate_id,
  defaultDocumentTypeId: given.default_document_type_id,
  description: given.description,
  dueDays: given.due_days,
  tagList: given.tag_list,
  contact: contactOf(given.contact),
  settings: given.settings,
  externalId: given.external_id,
  externalSync: given.external_sync,
  subscribers: relationships?.subscribers?.data?.map(({ id }) => id),
});

function contactOf(given: Attributes['contact']): ProfileChanges['contact'] {
  if (!given) return given;
  return {
    phones: given.phones?.map(({ phone, ...entry }) => ({ ...numbered(entry), value: phone })),
    emails: given.emails?.map(({ email, ...entry }) => ({ ...numbered(entry), value: email })),
    websites: given.websites?.map(({ website, ...entry }) => ({ ...numbered(entry), value: website })),
    addresses: given.addresses?.map(({ billing_address, city, state, zipcode, country, ...entry }) => ({
      ...numbered(entry),
      billingAddress: billing_address,
      city,
      state,
      zipcode,
      country,
    })),
  };
}

const numbered = ({ name, contact_datum_id: id }: { name?: string | null; contact_datum_id?: unknown }) => ({
  name,
  id: typeof id === 'number' ? id : undefined,
});
