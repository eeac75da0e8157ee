import { expect, test } from 'vitest';
import { readCustomFieldForm } from './custom-field-form.ts';

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test('options keep their order and their ids, and those without a name are left out', () => {
  const given = form([
    ['name', ' Colour '],
    ['type', 'SELECT'],
    ['optionId', 'a1'],
    ['optionName', 'Red '],
    ['optionId', ''],
    ['optionName', ' '],
    ['optionId', ''],
    ['optionName', 'Blue'],
  ]);
  expect(readCustomFieldForm(given)).toEqual({
    name: 'Colour',
    type: 'SELECT',
    options: [{ id: 'a1', name: 'Red' }, { name: 'Blue' }],
  });
});

test('a field without options has none, and an unknown type is text', () => {
  expect(readCustomFieldForm(form([['name', 'Note']]))).toEqual({ name: 'Note', type: 'TEXT', options: [] });
});
