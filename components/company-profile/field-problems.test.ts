import { expect, it } from 'vitest';
import { fieldProblems } from './field-problems.ts';

const told = (path: string, message: string) => Object.entries(fieldProblems([{ path, message }]))[0];

it('tells a problem in the words of the domain, as a sentence about the field', () => {
  expect(told('companyCode', 'has already been taken')).toEqual([
    'companyCode',
    'Company code has already been taken.',
  ]);
  expect(told('changes.dunsNumber', 'must have 9 digits')).toEqual(['dunsNumber', 'DUNS number must have 9 digits.']);
});

it('does not name a field twice whose words begin with its name', () => {
  expect(told('domain', 'domain already taken')).toEqual(['domain', 'Domain already taken.']);
});

it('counts the entries of a list as people do', () => {
  expect(told('changes.contact.phones.1.value', 'must have at most 255 characters')).toEqual([
    'contact.phones.1.value',
    'The value of entry 2 must have at most 255 characters.',
  ]);
});

it('tells the first of several problems of a field', () => {
  expect(
    fieldProblems([
      { path: 'name', message: "can't be blank" },
      { path: 'name', message: 'must be text' },
    ]),
  ).toEqual({ name: "Name can't be blank." });
});
