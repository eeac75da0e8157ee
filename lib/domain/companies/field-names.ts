/** What a field of a company is called: by people, and in each dialect that has it. */
export interface FieldNames {
  label: string;
  core: string | null;
  jsonapi: string | null;
  connector: string | null;
}

const field = (label: string, core: string | null, jsonapi: string | null, connector: string | null): FieldNames => ({
  label,
  core,
  jsonapi,
  connector,
});

/**
 * Every field of a company's profile, by the domain's name; a dot leads into an object. What a field is in a dialect is
 * said here alone: the dialects' tests and the console's profile read it.
 */
export const companyFieldNames = {
  name: field('Name', 'companyName', 'name', 'Name'),
  companyCode: field('Company code', null, 'company_code', null),
  number: field('Number', null, null, 'Number'),
  billingName: field('Billing name', null, 'billing_name', null),
  vat: field('Tax identifier', null, 'vat', 'TaxIdentifier'),
  additionalTaxIdentifier: field('Additional tax identifier', null, null, 'AdditionalTaxIdentifier'),
  identifier: field('Fiscal or legal identifier', null, null, 'Identifier'),
  defaultCurrency: field('Currency', null, 'default_currency', null),
  dueDays: field('Days to pay', null, 'due_days', null),
  dueInterval: field('Term of payment', null, null, 'InvoiceDueInterval'),
  domain: field('Domain', null, 'domain', null),
  avatarUrl: field('Picture', null, 'avatar_url', null),
  description: field('Description', null, 'description', null),
  tagList: field('Tags', null, 'tag_list', null),
  buyerReference: field('Buyer reference', null, 'buyer_reference', null),
  leitwegId: field('Leitweg-ID', null, 'leitweg_id', null),
  peppolId: field('Peppol ID', null, 'peppol_id', null),
  defaultSubsidiaryId: field('Subsidiary', null, 'default_subsidiary_id', null),
  defaultTaxRateId: field('Tax rate', null, 'default_tax_rate_id', null),
  defaultDocumentTypeId: field('Document type', null, 'default_document_type_id', null),
  contact: field('Contact data', null, 'contact', null),
  'primaryContact.phone': field('First phone', null, null, 'Telephone'),
  'primaryContact.email': field('First e-mail', null, null, 'InvoicingEmail'),
  'primaryContact.website': field('First website', null, null, 'WebsiteUrl'),
  'primaryContact.address': field('First address', null, null, 'Address'),
  contactPerson: field('Contact person', null, null, 'ContactPerson'),
  contactInformation: field('Other contact details', null, null, 'Contact'),
  invoiceEmailRecipients: field('Recipients of invoices', null, 'invoice_email_recipients', null),
  notes: field('Notes', null, null, 'Notes'),
  department: field('Department', null, null, 'Department'),
  dunsNumber: field('DUNS number', null, null, 'DunsNumber'),
  accountingCode: field('Accounting code', null, null, 'AccountingCode'),
  billingCode: field('Billing code', null, null, 'BillingCode'),
  iata: field('IATA', null, null, 'Iata'),
  externalId: field('External id', null, 'external_id', 'ExternalIdentifier'),
  externalSync: field('Synced from outside', null, 'external_sync', null),
  referenceIdentifier: field('Reference in another system', null, null, 'ReferenceIdentifier'),
  mergeTargetId: field('Merged into', null, null, 'MergeTargetId'),
  motherCompanyId: field('Mother company', null, null, 'MotherCompanyId'),
  chainId: field('Chain', null, null, 'ChainId'),
  creditRating: field('Credit rating', null, null, 'CreditRating.Basic'),
  invoiceable: field('May be invoiced', null, null, 'Options.Invoiceable'),
  addFeesToInvoices: field('Adds fees to invoices', null, null, 'Options.AddFeesToInvoices'),
  addTaxDeductedPaymentToInvoices: field(
    'Adds tax-deducted payments',
    null,
    null,
    'Options.AddTaxDeductedPaymentToInvoices',
  ),
  projectlessBudgets: field('Budgets without a project', null, 'projectless_budgets', null),
  customFields: field('Custom fields', null, 'custom_fields', null),
  settings: field('Settings', null, 'settings', null),
  subscribers: field('Subscribers', null, 'subscribers', null),
  sampleData: field('Sample data', null, 'sample_data', null),
  createdAt: field('Created', 'createdAt', 'created_at', 'CreatedUtc'),
  updatedAt: field('Changed', null, null, 'UpdatedUtc'),
  lastActivityAt: field('Last activity', null, 'last_activity_at', null),
  archivedAt: field('Archived', null, 'archived_at', 'IsActive'),
} as const satisfies Record<string, FieldNames>;
export type CompanyField = keyof typeof companyFieldNames;

/** The dialects by the name that people know. */
export const dialectNames = { core: 'Core API', jsonapi: 'JSON:API', connector: 'Connector API' } as const;
