import { createMemberInvitation } from '../../lib/domain/member-invitations/mutations.ts';
import { createResetLink } from '../../lib/domain/passwords/mutations.ts';
import { nowIn } from '../arrange/companies.ts';
import { makePerson, openSessionOf } from '../arrange/organisations.ts';
import { MembersPage } from '../pages/members-page.ts';
import { test } from './shoot.ts';

test('settings: organisation, members and security', async ({ page, organisation, signInAs, visit, shoot }) => {
  const operator = await makePerson(organisation, 'operator');
  await openSessionOf(operator);
  await makePerson(organisation, 'viewer');
  await createMemberInvitation(nowIn(organisation), { email: 'nora@example.com', role: 'operator' });
  await signInAs('owner');
  await visit('/settings/organisation');
  await shoot('settings', 'organisation');
  await visit('/settings/security');
  await shoot('settings', 'security');
  await visit('/settings/members');
  await shoot('settings', 'members');
  const members = new MembersPage(page);
  await page.getByRole('button', { name: 'Invite a member' }).click();
  await members.dialog.waitFor();
  await shoot('settings', 'members-invite', 'window');
  await page.keyboard.press('Escape');
  await members.act(operator.name, 'Make a reset link');
  await members.dialog.getByRole('button', { name: 'Make the link' }).click();
  await members.dialog.getByLabel('Reset link', { exact: true }).waitFor();
  await shoot('settings', 'members-reset-link', 'window');
  await signInAs('viewer');
  await visit('/settings/members');
  await shoot('settings', 'members-viewer');
});

test('a reset link', async ({ page, organisation, visit, shoot }) => {
  const { url } = await createResetLink(nowIn(organisation), await makePerson(organisation, 'viewer'));
  await visit(new URL(url).pathname);
  await shoot('reset-password', 'open');
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.getByText('Must have at least 10 characters').waitFor();
  await shoot('reset-password', 'refused');
});
