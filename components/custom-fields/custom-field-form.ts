import { type CustomFieldType, customFieldTypes } from '@/db/schema/enums.ts';

/** What the form of a custom field says. Options without a name are left out; one that is kept has its id. */
export function readCustomFieldForm(form: FormData): {
  name: string;
  type: CustomFieldType;
  options: { id?: string; name: string }[];
} {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const ids = form.getAll('optionId').map(String);
  const options = form.getAll('optionName').map((name, at) => ({
    ...(ids[at] && { id: ids[at] }),
    name: String(name).trim(),
  }));
  return {
    name: text('name'),
    type: customFieldTypes.find((one) => one === text('type')) ?? 'TEXT',
    options: options.filter((option) => option.name !== ''),
  };
}
