import { expect, test } from 'vitest';
import { passwordProblem } from './password-rule.ts';

test.each([
  ['short1234', 'must have at least 10 characters'],
  ['x'.repeat(201), 'must have at most 200 characters'],
  ['aaaaaaaaaaaa', 'repeats too few characters'],
  ['abababababab', 'repeats too few characters'],
  ['1234567890', 'must not be a plain run of characters'],
  ['abcdefghijkl', 'must not be a plain run of characters'],
  ['Password2024!', 'is easy to guess; a few unrelated words are better'],
  ['!!Ledgerline1', 'is easy to guess; a few unrelated words are better'],
  ['19841207-2024', 'is easy to guess; a few unrelated words are better'],
  ['anna.maier@books.example', 'must not be your name or e-mail address'],
  ['AnnaMaier2024', 'must not be your name or e-mail address'],
])('%s is refused: it %s', (password, problem) => {
  expect(passwordProblem(password, { email: 'anna.maier@books.example', name: 'Anna Maier' })).toBe(problem);
});

test.each(['correct horse battery', 'demo-ledgerline', 'Pässwörter sind lang', 'x7#kP-2mQvL9'])('%s is taken', (it) => {
  expect(passwordProblem(it, { email: 'anna.maier@books.example', name: 'Anna Maier' })).toBeUndefined();
});
