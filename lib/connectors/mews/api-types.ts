import { z } from 'zod';

const text = z.string().nullish();
const moment = z.iso.datetime();

/** Of a company what is read. */
export const companyItem = z.object({
  Id: z.string(),
  ChainId: z.string(),
  Name: z.string(),
  IsActive: z.boolean(),
  Identifier: text,
  TaxIdentifier: text,
  UpdatedUtc: moment,
  Telephone: text,
  InvoicingEmail: text,
  ContactPerson: text,
  AddressId: text,
  WebsiteUrl: text,
  ExternalIdentifier: text,
});
export type CompanyItem = z.infer<typeof companyItem>;

/** Companies as they came: each is parsed by itself. */
export const companiesAnswer = z.object({ Companies: z.array(z.unknown()), Cursor: z.string().nullish() });

export const errorAnswer = z.object({ Message: z.string() });
