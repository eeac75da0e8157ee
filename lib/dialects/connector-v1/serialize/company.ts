import { z } from 'zod';
import { creditRatings } from '../../../../db/schema/enums.ts';
import type { CompanyProfile } from '../../../domain/companies/profile-view.ts';
import { named } from '../../../http/shapes.ts';
import { moment, momentShape } from './moment.ts';

const text = z.string().nullable();

export const companyShape = named(
  'Company',
  z.object({
    Id: z.uuid(),
    ChainId: z.uuid(),
    Name: z.string(),
    IsActive: z.boolean(),
    Number: z.int(),
    Identifier: text,
    TaxIdentifier: text,
    AdditionalTaxIdentifier: text,
    ElectronicInvoiceIdentifier: text.meta({ description: 'The same as AdditionalTaxIdentifier.', deprecated: true }),
    InvoiceDueInterval: text.meta({ description: 'ISO 8601, as it was sent.' }),
    AccountingCode: text,
    MotherCompanyId: z.uuid().nullable(),
    CreatedUtc: momentShape,
    UpdatedUtc: momentShape,
    AddressId: z.uuid().nullable(),
    BillingCode: text,
    Iata: text,
    Telephone: text,
    InvoicingEmail: text,
    ContactPerson: text,
    ContacPerson: text.meta({ description: 'The same as ContactPerson.', deprecated: true }),
    Contact: text,
    Notes: text,
    Options: z.object({
      Invoiceable: z.boolean(),
      AddFeesToInvoices: z.boolean(),
      AddTaxDeductedPaymentToInvoices: z.boolean(),
    }),
    Department: text,
    DunsNumber: text,
    CreditRating: z.object({ Basic: z.enum(creditRatings) }),
    ReferenceIdentifier: text,
    WebsiteUrl: text,
    ExternalIdentifier: text,
    MergeTargetId: z.uuid().nullable(),
  }),
);

/** The company object of the Connector API. What it says of contact is the first entry of each kind. */
export function companyWire(company: CompanyProfile): z.infer<typeof companyShape> {
  const { phones, emails, websites, addresses } = company.contact;
  return {
    Id: company.uuid,
    ChainId: company.chainId,
    Name: company.name,
    IsActive: company.archivedAt === null,
    Number: company.number,
    Identifier: company.identifier,
    TaxIdentifier: company.vat,
    AdditionalTaxIdentifier: company.additionalTaxIdentifier,
    ElectronicInvoiceIdentifier: company.additionalTaxIdentifier,
    InvoiceDueInterval: company.dueInterval,
    AccountingCode: company.accountingCode,
    MotherCompanyId: company.motherCompanyId,
    CreatedUtc: moment(company.createdAt),
    UpdatedUtc: moment(company.updatedAt),
    AddressId: addresses[0]?.addressId ?? null,
    BillingCode: company.billingCode,
    Iata: company.iata,
    Telephone: phones[0]?.value ?? null,
    InvoicingEmail: emails[0]?.value ?? null,
    ContactPerson: company.contactPerson,
    ContacPerson: company.contactPerson,
    Contact: company.contactInformation,
    Notes: company.notes,
    Options: {
      Invoiceable: company.invoiceable,
      AddFeesToInvoices: company.addFeesToInvoices,
      AddTaxDeductedPaymentToInvoices: company.addTaxDeductedPaymentToInvoices,
    },
    Department: company.department,
    DunsNumber: company.dunsNumber,
    CreditRating: { Basic: company.creditRating },
    ReferenceIdentifier: company.referenceIdentifier,
    WebsiteUrl: websites[0]?.value ?? null,
    ExternalIdentifier: company.externalId,
    MergeTargetId: company.mergeTargetId,
  };
}

export const companiesShape = z.object({
  Companies: z.array(companyShape),
  Cursor: z.uuid().nullable().meta({ description: 'The id of the last and oldest company; null without one.' }),
});

/** Companies, newest first, with the cursor that leads on. */
export function companiesWire(companies: readonly CompanyProfile[]): z.infer<typeof companiesShape> {
  return { Companies: companies.map(companyWire), Cursor: companies.at(-1)?.uuid ?? null };
}
