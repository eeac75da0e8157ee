import type { companies } from '../../../db/schema/companies.ts';
import type { CustomFieldValue, companyProfiles, contactData } from '../../../db/schema/company-profiles.ts';
import type { CreditRating } from '../../../db/schema/enums.ts';

export type CompanyRow = typeof companies.$inferSelect;
export type ProfileRow = typeof companyProfiles.$inferSelect;
export type ContactRow = typeof contactData.$inferSelect;

/** A phone, e-mail or website. */
export interface ContactEntry {
  /** The contact datum's number, the same over updates. */
  id: number;
  name: string | null;
  value: string | null;
}

export interface AddressEntry {
  id: number;
  /** The address's uuid. */
  addressId: string | null;
  name: string | null;
  /** Street lines, one below the other. */
  billingAddress: string | null;
  city: string | null;
  state: string | null;
  zipcode: string | null;
  country: string | null;
}

/** The first of each kind is the primary one. */
export interface ContactView {
  phones: ContactEntry[];
  emails: ContactEntry[];
  websites: ContactEntry[];
  addresses: AddressEntry[];
}

/** A company whole, as every dialect and the console's profile read it. */
export interface CompanyProfile {
  id: number;
  uuid: string;
  organisationId: number;
  chainId: string;
  /** Unique in the chain. */
  number: number;
  companyCode: string;
  name: string;
  billingName: string | null;
  vat: string | null;
  defaultCurrency: string | null;
  avatarUrl: string | null;
  /** By the field's id; null until one is set. */
  customFields: Record<string, CustomFieldValue> | null;
  domain: string | null;
  description: string | null;
  buyerReference: string | null;
  leitwegId: string | null;
  peppolId: string | null;
  defaultSubsidiaryId: number | null;
  defaultTaxRateId: number | null;
  defaultDocumentTypeId: number | null;
  /** The whole days of dueInterval. */
  dueDays: number | null;
  /** ISO 8601, as it was sent. */
  dueInterval: string | null;
  tagList: string[];
  contact: ContactView;
  invoiceEmailRecipients: Record<string, unknown>;
  /** Null until the company is changed for the first time. */
  settings: Record<string, unknown> | null;
  projectlessBudgets: boolean;
  externalId: string | null;
  externalSync: boolean;
  sampleData: boolean;
  identifier: string | null;
  additionalTaxIdentifier: string | null;
  accountingCode: string | null;
  billingCode: string | null;
  iata: string | null;
  contactPerson: string | null;
  contactInformation: string | null;
  notes: string | null;
  department: string | null;
  dunsNumber: string | null;
  creditRating: CreditRating;
  referenceIdentifier: string | null;
  mergeTargetId: string | null;
  invoiceable: boolean;
  addFeesToInvoices: boolean;
  addTaxDeductedPaymentToInvoices: boolean;
  /** The mother company's uuid. */
  motherCompanyId: string | null;
  motherCompanyName: string | null;
  createdAt: Date;
  updatedAt: Date;
  lastActivityAt: Date;
  archivedAt: Date | null;
}

/** What a company has said that has no profile row yet. */
export const emptyProfile: Omit<ProfileRow, 'companyId' | 'organisationId'> = {
  avatarUrl: null,
  description: null,
  buyerReference: null,
  leitwegId: null,
  peppolId: null,
  defaultDocumentTypeId: null,
  dueInterval: null,
  customFields: null,
  invoiceEmailRecipients: {},
  settings: null,
  projectlessBudgets: false,
  externalSync: false,
  sampleData: false,
  identifier: null,
  additionalTaxIdentifier: null,
  accountingCode: null,
  billingCode: null,
  iata: null,
  contactPerson: null,
  contactInformation: null,
  notes: null,
  department: null,
  dunsNumber: null,
  creditRating: 'CreditOk',
  referenceIdentifier: null,
  mergeTargetId: null,
  invoiceable: true,
  addFeesToInvoices: false,
  addTaxDeductedPaymentToInvoices: false,
};

/** Puts a company together from its rows; contact rows come in the order of their kind and position. */
export function profileView(row: {
  company: CompanyRow;
  profile: ProfileRow | null;
  mother: { uuid: string; name: string } | null;
  contact: readonly ContactRow[];
}): CompanyProfile {
  const { company, mother } = row;
  const profile = row.profile ?? emptyProfile;
  return {
    id: company.id,
    uuid: company.uuid,
    organisationId: company.organisationId,
    chainId: company.chainId,
    number: company.number,
    companyCode: company.companyCode,
    name: company.name,
    billingName: company.billingName,
    vat: company.vat,
    defaultCurrency: company.defaultCurrency,
    avatarUrl: profile.avatarUrl,
    customFields: profile.customFields,
    domain: company.domain,
    description: profile.description,
    buyerReference: profile.buyerReference,
    leitwegId: profile.leitwegId,
    peppolId: profile.peppolId,
    defaultSubsidiaryId: company.defaultSubsidiaryId,
    defaultTaxRateId: company.defaultTaxRateId,
    defaultDocumentTypeId: profile.defaultDocumentTypeId,
    dueDays: company.dueDays,
    dueInterval: profile.dueInterval,
    tagList: company.tagList,
    contact: contactView(row.contact),
    invoiceEmailRecipients: profile.invoiceEmailRecipients,
    settings: profile.settings,
    projectlessBudgets: profile.projectlessBudgets,
    externalId: company.externalId,
    externalSync: profile.externalSync,
    sampleData: profile.sampleData,
    identifier: profile.identifier,
    additionalTaxIdentifier: profile.additionalTaxIdentifier,
    accountingCode: profile.accountingCode,
    billingCode: profile.billingCode,
    iata: profile.iata,
    contactPerson: profile.contactPerson,
    contactInformation: profile.contactInformation,
    notes: profile.notes,
    department: profile.department,
    dunsNumber: profile.dunsNumber,
    creditRating: profile.creditRating,
    referenceIdentifier: profile.referenceIdentifier,
    mergeTargetId: profile.mergeTargetId,
    invoiceable: profile.invoiceable,
    addFeesToInvoices: profile.addFeesToInvoices,
    addTaxDeductedPaymentToInvoices: profile.addTaxDeductedPaymentToInvoices,
    motherCompanyId: mother?.uuid ?? null,
    motherCompanyName: mother?.name ?? null,
    createdAt: company.createdAt,
    updatedAt: company.updatedAt,
    lastActivityAt: company.lastActivityAt,
    archivedAt: company.archivedAt,
  };
}

function contactView(rows: readonly ContactRow[]): ContactView {
  const entries = (kind: ContactRow['kind']) =>
    rows.filter((row) => row.kind === kind).map(({ id, name, value }) => ({ id, name, value }));
  return {
    phones: entries('phone'),
    emails: entries('email'),
    websites: entries('website'),
    addresses: rows
      .filter((row) => row.kind === 'address')
      .map((row) => ({
        id: row.id,
        addressId: row.addressId,
        name: row.name,
        billingAddress: row.billingAddress,
        city: row.city,
        state: row.state,
        zipcode: row.zipcode,
        country: row.country,
      })),
  };
}
