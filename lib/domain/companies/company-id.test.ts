import { expect, it } from 'vitest';
import { companyIdFrom } from './company-id.ts';

it('reads an id, and takes anything else for a company that is not there', () => {
  expect(companyIdFrom('42')).toBe(42);
  for (const text of ['', '0', '-1', '1.5', '1e3', ' 7', 'abc', '9007199254740993', '99999999999999999999']) {
    expect(() => companyIdFrom(text), text).toThrow('Company not found');
  }
});
