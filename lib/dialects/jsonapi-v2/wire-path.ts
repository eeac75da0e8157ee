import { type CompanyField, companyFieldNames } from '../../domain/companies/field-names.ts';

/** Values of contact data are called by their kind. */
const valueNames: Record<string, string> = { phones: 'phone', emails: 'email', websites: 'website' };

/** Where in a request document a problem lies that the domain tells by its own names: `contact.phones.0.value`. */
export function wirePath(path: string): string {
  const [field = '', ...inner] = path.split('.');
  if (field === 'id') return 'data.id';
  if (field === 'subscribers') return 'data.relationships.subscribers';
  const name = Object.hasOwn(companyFieldNames, field) ? companyFieldNames[field as CompanyField].jsonapi : null;
  return ['data', 'attributes', name ?? field, ...inner.map((word) => innerName(word, inner[0] ?? ''))].join('.');
}

function innerName(word: string, list: string): string {
  if (word === 'value') return valueNames[list] ?? word;
  if (word === 'id') return 'contact_datum_id';
  return word === 'billingAddress' ? 'billing_address' : word;
}
