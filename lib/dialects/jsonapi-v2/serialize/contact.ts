import { z } from 'zod';
import type { ContactEntry, ContactView } from '../../../domain/companies/profile-view.ts';

const text = z.string().nullable();
const common = { name: text };
const number = { contact_datum_id: z.int() };

export const contactShape = z
  .object({
    phones: z.array(z.object({ ...common, phone: text, ...number })),
    emails: z.array(z.object({ ...common, email: text, ...number })),
    websites: z.array(z.object({ ...common, website: text, ...number })),
    addresses: z.array(
      z.object({
        ...common,
        billing_address: text,
        city: text,
        state: text,
        zipcode: text,
        country: text,
        ...number,
      }),
    ),
  })
  .partial();

/** The contact data of a company: the kinds of which it has some, each entry with its number. */
export function contactWire(contact: ContactView): z.infer<typeof contactShape> {
  const { phones, emails, websites, addresses } = contact;
  return {
    ...(phones.length > 0 && { phones: phones.map((entry) => entryWire(entry, 'phone')) }),
    ...(emails.length > 0 && { emails: emails.map((entry) => entryWire(entry, 'email')) }),
    ...(websites.length > 0 && { websites: websites.map((entry) => entryWire(entry, 'website')) }),
    ...(addresses.length > 0 && { addresses: addresses.map(addressWire) }),
  };
}

const entryWire = <K extends string>({ id, name, value }: ContactEntry, kind: K) =>
  ({ name, [kind]: value, contact_datum_id: id }) as { name: string | null; contact_datum_id: number } & Record<
    K,
    string | null
  >;

const addressWire = (address: ContactView['addresses'][number]) => ({
  name: address.name,
  billing_address: address.billingAddress,
  city: address.city,
  state: address.state,
  zipcode: address.zipcode,
  country: address.country,
  contact_datum_id: address.id,
});
