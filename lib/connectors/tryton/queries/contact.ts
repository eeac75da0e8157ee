import { fieldsAnswer } from '../api-types.ts';
import type { Books } from '../books.ts';
import { behind, type ModelQuery, stamps } from './query.ts';

/** A party with all that hangs on it. */
export async function contactQuery(books: Books): Promise<ModelQuery> {
  return partyQuery(await hasDelivery(books));
}

const partyQuery = (withDelivery: boolean): ModelQuery => ({
  table: 'party.party',
  fields: ['name', 'code', 'active', 'replaced_by', 'tax_identifier', ...stamps(''), ...partyChildren(withDelivery)],
  scope: [],
  tracking: {
    sources: ['party.party', 'party.address', 'party.contact_mechanism', 'party.identifier'],
    // A child's edit does not move its party's stamp.
    stamped: ['', 'addresses.', 'contact_mechanisms.', 'identifiers.'],
    counted: ['party.address', 'party.contact_mechanism', 'party.identifier'].map((table) => ({
      table,
      reread: 'everything' as const,
    })),
    shared: [],
    always: [],
  },
});

/** What is read of the records that hang on a party. */
export const partyChildren = (withDelivery: boolean): string[] => [
  ...behind('identifiers', ['code', ...stamps('')]),
  ...behind('contact_mechanisms', ['active', 'type', 'value', 'name', ...stamps('')]),
  ...behind('addresses', ['active', 'name', 'street', 'city', 'postal_code', 'invoice', ...stamps('')]),
  ...behind('addresses', ['country.code', 'subdivision.name', ...(withDelivery ? ['delivery'] : [])]),
];

/** Whether addresses say where goods go: only where stock is managed. */
export async function hasDelivery({ client, context }: Books): Promise<boolean> {
  const fields = await client.call({
    method: 'party.address.fields_get',
    args: [['delivery']],
    context,
    answer: fieldsAnswer,
  });
  return 'delivery' in fields;
}
