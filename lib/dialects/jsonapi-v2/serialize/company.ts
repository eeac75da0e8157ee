import { z } from 'zod';
import type { CompanyProfile } from '../../../domain/companies/profile-view.ts';
import { named } from '../../../http/shapes.ts';
import type { Related } from '../related.ts';
import { contactShape, contactWire } from './contact.ts';
import { momentShape, zonedMoment } from './moment.ts';
import { relationshipsShape, relationshipsWire } from './relationships.ts';

const text = z.string().nullable();
const id = z.int().nullable();

const attributesShape = z.object({
  name: z.string(),
  billing_name: text,
  vat: text,
  default_currency: text,
  created_at: momentShape,
  last_activity_at: momentShape,
  archived_at: momentShape.nullable(),
  avatar_url: text,
  invoice_email_recipients: z.record(z.string(), z.unknown()),
  custom_fields: z.record(z.string(), z.unknown()).nullable().describe('By the id of the field.'),
  company_code: z.string(),
  domain: text,
  projectless_budgets: z.boolean(),
  leitweg_id: text,
  buyer_reference: text,
  peppol_id: text,
  default_subsidiary_id: id,
  default_tax_rate_id: id,
  default_document_type_id: id,
  description: text,
  due_days: z.int().nullable(),
  tag_list: z.array(z.string()),
  contact: contactShape,
  sample_data: z.boolean(),
  settings: z.record(z.string(), z.unknown()).nullable(),
  external_id: text,
  external_sync: z.boolean(),
});

export const companyShape = named(
  'Company',
  z.object({
    id: z.string(),
    type: z.literal('companies'),
    attributes: attributesShape,
    relationships: relationshipsShape,
  }),
);

/** The resource of a company, the same in lists and alone. */
export const companyWire = (company: CompanyProfile, related: Related): z.infer<typeof companyShape> => ({
  id: String(company.id),
  type: 'companies',
  attributes: attributesWire(company, related.organisation.timeZone),
  relationships: relationshipsWire(company, related),
});

const attributesWire = (company: CompanyProfile, timeZone: string): z.infer<typeof attributesShape> => ({
  name: company.name,
  billing_name: company.billingName,
  vat: company.vat,
  default_currency: company.defaultCurrency,
  created_at: zonedMoment(company.createdAt, timeZone),
  last_activity_at: zonedMoment(company.lastActivityAt, timeZone),
  archived_at: company.archivedAt && zonedMoment(company.archivedAt, timeZone),
  avatar_url: company.avatarUrl,
  invoice_email_recipients: company.invoiceEmailRecipients,
  custom_fields: company.customFields,
  company_code: company.companyCode,
  domain: company.domain,
  projectless_budgets: company.projectlessBudgets,
  leitweg_id: company.leitwegId,
  buyer_reference: company.buyerReference,
  peppol_id: company.peppolId,
  default_subsidiary_id: company.defaultSubsidiaryId,
  default_tax_rate_id: company.defaultTaxRateId,
  default_document_type_id: company.defaultDocumentTypeId,
  description: company.description,
  due_days: company.dueDays,
  tag_list: company.tagList,
  contact: contactWire(company.contact),
  sample_data: company.sampleData,
  settings: company.settings,
  external_id: company.externalId,
  external_sync: company.externalSync,
});
