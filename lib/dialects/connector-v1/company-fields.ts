import { z } from 'zod';
import { type CreditRating, creditRatings } from '../../../db/schema/enums.ts';
import { companyFieldNames } from '../../domain/companies/field-names.ts';
import type { ProfileChanges } from '../../domain/companies/profile-input.ts';
import { named, shownAs } from '../../http/shapes.ts';
import { id } from './request.ts';

/** What each text of a company takes; what is not said here, the domain checks. */
const texts = {
  InvoicingEmail: z.string(),
  WebsiteUrl: z.string(),
  InvoiceDueInterval: z.string().meta({ description: 'A duration of ISO 8601, kept as it is sent.' }),
  Department: z.string(),
  DunsNumber: z.string().meta({ description: 'Nine digits.' }),
  ReferenceIdentifier: z.string(),
  AccountingCode: z.string(),
  AdditionalTaxIdentifier: z.string(),
  ElectronicInvoiceIdentifier: z.string().meta({ description: 'AdditionalTaxIdentifier, formerly.', deprecated: true }),
  BillingCode: z.string(),
  Contact: z.string(),
  ContactPerson: z.string(),
  ContacPerson: z.string().meta({ description: 'ContactPerson, spelled otherwise.', deprecated: true }),
  Identifier: z.string(),
  Iata: z.string(),
  Notes: z.string(),
  TaxIdentifier: z.string(),
  TaxIdentificationNumber: z.string().meta({ description: 'TaxIdentifier, formerly.', deprecated: true }),
  Telephone: z.string(),
  ExternalIdentifier: z.string().max(255),
  MotherCompanyId: id.meta({ description: 'Of a company of the same chain.' }),
};
type TextField = keyof typeof texts;

const address = named(
  'AddressParameters',
  z.object({
    Line1: z.string().nullish(),
    Line2: z.string().nullish(),
    City: z.string().nullish(),
    PostalCode: z.string().nullish(),
    CountryCode: z.string().nullish().meta({ description: 'ISO 3166-1 alpha-2.' }),
    CountrySubdivisionCode: z.string().nullish().meta({ description: 'ISO 3166-2, such as DE-BW.' }),
  }),
);
type Address = z.infer<typeof address>;

/** The fields of a company that is added. Null is the same as left out. */
export const newCompanyFields = {
  Name: z.string(),
  Options: z.object({
    Invoiceable: z.boolean(),
    AddFeesToInvoices: z.boolean(),
    AddTaxDeductedPaymentToInvoices: z.boolean().nullish(),
  }),
  CreditRating: z.object({ Basic: z.enum(creditRatings).nullish() }).nullish(),
  Address: address.nullish(),
  ...eachText((text) => text.nullish()),
};

/** An update value: left out or null changes nothing, else its value is set. Gives undefined or the value. */
function settable<V>(update: z.ZodType<{ Value: V }>) {
  return update.nullish().transform((given) => given?.Value);
}

const flagUpdate = settable(named('BoolUpdateValue', z.object({ Value: z.boolean() })));

/** The address itself is taken as well as an update value of one. */
const addressUpdate = shownAs(
  z.preprocess(
    (given) => (typeof given === 'object' && given && !('Value' in given) ? { Value: given } : given),
    z.object({ Value: address.nullable() }),
  ),
  z.object(address.shape),
);

/** The fields of an update. A value of null clears what may be empty. */
export const changedCompanyFields = {
  Name: settable(z.object({ Value: z.string() })),
  Options: z
    .object({ Invoiceable: flagUpdate, AddFeesToInvoices: flagUpdate, AddTaxDeductedPaymentToInvoices: flagUpdate })
    .nullish(),
  CreditRating: z.object({ Basic: settable(z.object({ Value: z.enum(creditRatings) })) }).nullish(),
  Address: settable(addressUpdate),
  ...eachText((text) => settable(z.object({ Value: text.nullable() }))),
};

function eachText<T>(make: (text: z.ZodType<string>) => T): Record<TextField, T> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, make(text)])) as Record<TextField, T>;
}

/** What a request says of a company: undefined leaves a field as it is, null clears it. */
type GivenFields = Partial<Record<TextField, string | null>> & {
  Name?: string;
  Options?: Partial<
    Record<'Invoiceable' | 'AddFeesToInvoices' | 'AddTaxDeductedPaymentToInvoices', boolean | null>
  > | null;
  CreditRating?: { Basic?: CreditRating | null } | null;
  Address?: Address | null;
};

/** The fields of a request in the domain's names. Of two names of one field the one with a value decides. */
export function changesOf(given: GivenFields): ProfileChanges {
  return {
    name: given.Name,
    motherCompanyId: given.MotherCompanyId,
    identifier: given.Identifier,
    vat: either(given.TaxIdentifier, given.TaxIdentificationNumber),
    additionalTaxIdentifier: either(given.AdditionalTaxIdentifier, given.ElectronicInvoiceIdentifier),
    dueInterval: given.InvoiceDueInterval,
    accountingCode: given.AccountingCode,
    billingCode: given.BillingCode,
    iata: given.Iata,
    contactPerson: either(given.ContactPerson, given.ContacPerson),
    contactInformation: given.Contact,
    notes: given.Notes,
    department: given.Department,
    dunsNumber: given.DunsNumber,
    creditRating: given.CreditRating?.Basic,
    referenceIdentifier: given.ReferenceIdentifier,
    externalId: given.ExternalIdentifier,
    invoiceable: given.Options?.Invoiceable,
    addFeesToInvoices: given.Options?.AddFeesToInvoices,
    addTaxDeductedPaymentToInvoices: given.Options?.AddTaxDeductedPaymentToInvoices,
    primaryContact: {
      phone: given.Telephone,
      email: given.InvoicingEmail,
      website: given.WebsiteUrl,
      address: given.Address && addressOf(given.Address),
    },
  };
}

const either = (value: string | null | undefined, alias: string | null | undefined) =>
  value ?? (alias === undefined ? value : alias);

/** A whole address, which takes the place of the former one; null for one that says nothing. */
function addressOf({ Line1, Line2, City, PostalCode, CountryCode, CountrySubdivisionCode }: Address) {
  const given = {
    billingAddress: [Line1, Line2].filter(Boolean).join('\n') || null,
    city: City ?? null,
    zipcode: PostalCode ?? null,
    countryCode: CountryCode ?? null,
    subdivisionCode: CountrySubdivisionCode ?? null,
  };
  return Object.values(given).some((part) => part !== null) ? given : null;
}

const lastWord = (path: string): string => path.split('.').at(-1) ?? path;

/** The domain's names in the words of this wire, from the one table that says them. */
export const companyWireNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(companyFieldNames).flatMap(([name, { connector }]) =>
      connector ? [[lastWord(name), lastWord(connector)]] : [],
    ),
  ),
  countryCode: 'CountryCode',
  subdivisionCode: 'CountrySubdivisionCode',
  billingAddress: 'Line1',
  city: 'City',
  zipcode: 'PostalCode',
  cursor: 'Cursor',
};
