import type { CustomFieldForm } from './profile-draft.ts';

export interface Option {
  value: string;
  label: string;
}

/** What a profile's fields are chosen from. */
export interface ProfileOptions {
  currencies: Option[];
  subsidiaries: Option[];
  taxRates: Option[];
  documentTypes: Option[];
  /** Tags in use lately, to choose from; others can be typed. */
  tags: string[];
  customFields: CustomFieldForm[];
  /** Who can be told of the company. */
  members: Option[];
}
