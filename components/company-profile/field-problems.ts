import { type CompanyField, companyFieldNames } from '@/lib/domain/companies/field-names.ts';

/** What is wrong with fields, as sentences by the field's path. */
export type FieldProblems = Readonly<Record<string, string>>;

/** A refusal's problems by field. Paths are the domain's, below `changes` where the action has refused them. */
export function fieldProblems(issues: readonly { path: string; message: string }[]): FieldProblems {
  const found = issues.map(({ path, message }) => {
    const field = path.replace(/^changes\./, '');
    return [field, sentence(field, message)] as const;
  });
  // The first problem of a field is the one to mend first.
  return Object.fromEntries(found.reverse());
}

/** `Company code has already been taken.`: the field's name and the domain's words, which may begin with it. */
export function sentence(field: string, message: string): string {
  const label = labelOf(field);
  const named = label === null || message.toLowerCase().startsWith(label.toLowerCase());
  const text = named ? message : `${label} ${message}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?}]$/.test(text) ? '' : '.'}`;
}

/** Within lists the field of the entry says more than the list's name: the list stands above it. */
function labelOf(path: string): string | null {
  if (path in companyFieldNames) return companyFieldNames[path as CompanyField].label;
  if (path.startsWith('customFields.')) return 'This';
  const entry = /^contact\.\w+\.(\d+)\.(\w+)$/.exec(path);
  if (entry) return `The ${entryWords[entry[2] ?? ''] ?? entry[2]} of entry ${Number(entry[1]) + 1}`;
  return null;
}

const entryWords: Record<string, string> = { name: 'label', billingAddress: 'street', zipcode: 'zip code' };
