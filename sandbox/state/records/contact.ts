import type { Stamped } from './stamped.ts';

export interface Phone {
  kind: 'office' | 'mobile' | 'fax';
  number: string;
}

export interface Address {
  kind: 'billing' | 'delivery';
  street: string;
  district: string | null;
  city: string;
  region: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
  postcode: string | null;
}

/** How somebody is reached. */
export interface Reachable {
  emails: string[];
  websites: string[];
  phones: Phone[];
  addresses: Address[];
}

export interface Contact extends Stamped, Reachable {
  /** A name that another system gave it, unique among the contacts of a book. */
  externalId: string | null;
  name: string;
  person: string | null;
  kind: 'customer' | 'supplier' | 'both';
  status: 'active' | 'inactive' | 'blocked' | 'archived';
  currencyId: number;
  taxNumber: string | null;
  registrationNumber: string | null;
}

/** The company whose books these are; a book has one. */
export interface Company extends Stamped, Reachable {
  name: string;
  legalName: string;
  taxNumber: string | null;
  registrationNumber: string | null;
  /** ISO 4217. */
  baseCurrency: string;
  /** First day of the fiscal year that is running, YYYY-MM-DD. */
  yearStartsOn: string;
  /** When the books were opened. */
  opened: string;
}
