import { expect, test } from 'vitest';
import { galleryPage } from './page.ts';

test('a picture is shown under its screen, with its state, and only in its theme and width', () => {
  const page = galleryPage(['sign-in/refused.dark.375.png', 'companies/much.light.1440.png', 'companies/notes.txt']);
  expect(page.indexOf('<h2>companies</h2>')).toBeLessThan(page.indexOf('<h2>sign-in</h2>'));
  expect(page).toContain('<a class="of-dark of-375" href="sign-in/refused.dark.375.png">');
  expect(page).toContain('<span>refused</span>');
  expect(page).not.toContain('notes.txt');
  expect(page).toContain('body:not(:has(#theme-dark:checked)) .of-dark');
});
