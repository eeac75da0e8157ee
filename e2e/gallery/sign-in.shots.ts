import { SignInPage } from '../pages/sign-in-page.ts';
import { test } from './shoot.ts';

test('sign-in', async ({ page, visit, shoot }) => {
  await visit('/sign-in');
  await shoot('sign-in', 'first');
  await new SignInPage(page).signIn({ email: 'nobody@example.com', password: 'not the password' });
  await page.getByText('Nobody was signed in').or(page.getByRole('alert')).first().waitFor();
  await shoot('sign-in', 'refused');
});

test('a wrong address', async ({ signInAs, visit, shoot, expectedErrors }) => {
  expectedErrors.push(/status of 404/);
  await visit('/no-such-page');
  await shoot('not-found', 'anybody');
  await signInAs('viewer');
  await visit('/companies/999999999');
  await shoot('not-found', 'company');
});
