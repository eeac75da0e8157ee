import { MembersPage } from '../pages/members-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { test } from './shoot.ts';

test('sign-in', async ({ page, visit, shoot }) => {
  await visit('/sign-in');
  await shoot('sign-in', 'first');
  await new SignInPage(page).submit({ email: 'nobody@example.com', password: 'not the password' });
  await page.getByText('The e-mail address or the password is not right.').waitFor();
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

test('a forgotten password', async ({ page, visit, shoot }) => {
  await visit('/forgot-password');
  await shoot('forgot-password', 'first');
  await page.getByLabel('E-mail').fill('nobody@example.com');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('a link is on its way').waitFor();
  await shoot('forgot-password', 'sent');
  await visit('/reset-password/not-a-link-of-ours');
  await shoot('reset-password', 'unknown');
});

test('members, and who was invited', async ({ page, signInAs, visit, shoot }) => {
  await signInAs('owner');
  const members = await MembersPage.open(page);
  await shoot('members', 'alone');
  const link = await members.invite('new-colleague@example.com', 'Operator');
  await shoot('members', 'invited');
  await visit('/settings/security');
  await shoot('security', 'owner');
  await page.context().clearCookies();
  await visit(link);
  await shoot('join', 'open');
  await visit('/join/not-a-link-of-ours');
  await shoot('join', 'unknown');
  await signInAs('viewer');
  await visit('/settings/members');
  await shoot('members', 'viewer');
  await visit('/settings/security');
  await shoot('security', 'viewer');
});
