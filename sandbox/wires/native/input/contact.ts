import { z } from 'zod';
import { Refusal } from '../../../http.ts';
import { baseCurrency } from '../../../state/lookups.ts';
import { day, externalId, type Form, text } from './form.ts';

const phone = z.strictObject({ kind: z.enum(['office', 'mobile', 'fax']), number: text });

const address = z.strictObject({
  kind: z.enum(['billing', 'delivery']),
  street: text,
  district: text.nullable().default(null),
  city: text,
  region: text.nullable().default(null),
  country: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters'),
  postcode: text.nullable().default(null),
});

/** How somebody is reached. A list replaces the whole list. */
const reachable = {
  emails: z.array(text).max(20).optional(),
  websites: z.array(text).max(20).optional(),
  phones: z.array(phone).max(20).optional(),
  addresses: z.array(address).max(20).optional(),
};

export const contactForm: Form<'contacts'> = {
  schema: z.strictObject({
    external_id: externalId.optional(),
    name: text,
    person: text.nullable().optional(),
    kind: z.enum(['customer', 'supplier', 'both']).optional(),
    status: z.enum(['active', 'inactive', 'blocked', 'archived']).optional(),
    currency_id: text.optional(),
    tax_number: text.nullable().optional(),
    registration_number: text.nullable().optional(),
    ...reachable,
  }),
  complete: (given, { book, existing }) =>
    existing
      ? given
      : {
          externalId: null,
          person: null,
          kind: 'customer',
          status: 'active',
          currencyId: baseCurrency(book).id,
          taxNumber: null,
          registrationNumber: null,
          emails: [],
          websites: [],
          phones: [],
          addresses: [],
          ...given,
        },
};

/** The books are one company's: it is changed, never added. */
export const companyForm: Form<'company'> = {
  schema: z.strictObject({
    name: text,
    legal_name: text.optional(),
    tax_number: text.nullable().optional(),
    registration_number: text.nullable().optional(),
    year_starts_on: day.optional(),
    ...reachable,
  }),
  complete: (given, { existing }) => {
    if (existing) return given;
    throw new Refusal(422, 'not_allowed', 'These books have their company already', { field: 'name' });
  },
};
