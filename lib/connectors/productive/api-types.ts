import { z } from 'zod';

const text = z.string().nullish();
/** Stays with its entry when it is sent back. */
const entry = { contact_datum_id: z.union([z.int(), z.string()]).optional(), name: text };

const contact = z.object({
  phones: z.array(z.object({ ...entry, phone: text })).optional(),
  emails: z.array(z.object({ ...entry, email: text })).optional(),
  websites: z.array(z.object({ ...entry, website: text })).optional(),
  addresses: z
    .array(z.object({ ...entry, billing_address: text, city: text, state: text, zipcode: text, country: text }))
    .optional(),
});
export type ContactData = z.infer<typeof contact>;

const moment = z.iso.datetime({ offset: true });

/** Of a company what is read. */
export const companyResource = z.object({
  id: z.string(),
  type: z.literal('companies'),
  attributes: z.object({
    name: z.string(),
    vat: text,
    default_currency: text,
    created_at: moment,
    last_activity_at: moment.nullish(),
    archived_at: moment.nullish(),
    contact: contact.nullish(),
    external_id: text,
  }),
});
export type CompanyResource = z.infer<typeof companyResource>;

/** A page of companies as they came: each is parsed by itself. */
export const pageAnswer = z.object({
  data: z.array(z.unknown()),
  included: z.array(z.unknown()).optional(),
  meta: z.object({ current_page: z.int(), total_pages: z.int(), total_count: z.int() }),
});

export const companyAnswer = z.object({ data: companyResource });

/** The organisation beside companies, for its name. */
export const organizationResource = z.object({
  type: z.literal('organizations'),
  attributes: z.object({ name: z.string() }),
});

export const errorsAnswer = z.object({
  errors: z.array(
    z.object({
      code: z.string().optional(),
      detail: z.string().optional(),
      source: z.object({ pointer: z.string().optional() }).optional(),
    }),
  ),
});
