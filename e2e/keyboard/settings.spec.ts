import { connect } from '../arrange/companies.ts';
import { makePerson, openSessionOf } from '../arrange/organisations.ts';
import { expect, test } from '../fixtures.ts';
import { FaultLabPage } from '../pages/fault-lab-page.ts';
import { Keys } from '../pages/keys.ts';
import { MembersPage } from '../pages/members-page.ts';
import { EntryForm, SettingsList } from '../pages/settings-page.ts';
import { SyncDefaultsPage } from '../pages/sync-defaults-page.ts';
import { toasts } from '../pages/toasts.ts';

test('members are invited, given a role, signed out and removed by keys', async ({ page, organisation, signInAs }) => {
  const operator = await makePerson(organisation, 'operator');
  await openSessionOf(operator);
  await signInAs('owner');
  const members = await MembersPage.open(page);
  const keys = new Keys(page);

  const invite = page.getByRole('button', { name: 'Invite a member' });
  await keys.use(invite);
  const { dialog } = members;
  await keys.fill(dialog.getByLabel('E-mail'), 'nora@example.com');
  await keys.pick(dialog.getByRole('group', { name: 'Role' }), /^Operator/);
  await keys.use(dialog.getByRole('button', { name: 'Make the link' }));
  await expect(dialog.getByLabel('Invitation link', { exact: true })).toBeVisible();
  await keys.isShutIn(dialog);
  await keys.use(dialog.getByRole('button', { name: 'Done' }));
  await expect(members.invitation('nora@example.com')).toContainText('Operator');
  await keys.isAt(invite);

  const actions = page.getByRole('button', { name: `Actions for ${operator.name}`, exact: true });
  await keys.choose(actions, 'Change role');
  await keys.pick(dialog.getByRole('group', { name: 'Role' }), /^Viewer/);
  await keys.use(dialog.getByRole('button', { name: 'Save' }));
  await expect(members.member(operator.email)).toContainText('Viewer');
  await keys.isAt(actions);
  await keys.choose(actions, 'Make a reset link');
  await keys.use(dialog.getByRole('button', { name: 'Make the link' }));
  await expect(dialog.getByLabel('Reset link', { exact: true })).toBeVisible();
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);
  await keys.isAt(actions);
  await keys.choose(actions, 'Sign out everywhere');
  await expect(toasts(page)).toContainText('is signed out everywhere');
  await keys.isAt(actions);
  await keys.choose(actions, 'Remove');
  await keys.use(members.question.getByRole('button', { name: 'Remove' }));
  await expect(members.member(operator.email)).toHaveCount(0);
  await keys.isHeld();

  await keys.use(page.getByRole('button', { name: 'Revoke nora@example.com' }));
  await keys.use(members.question.getByRole('button', { name: 'Revoke' }));
  await expect(members.invitation('nora@example.com')).toHaveCount(0);
  await keys.isHeld();
});

test('an entry of a list is added, renamed and deleted by keys, on another part of the settings', async ({
  page,
  signInAs,
}) => {
  await signInAs('admin');
  await page.goto('/settings/organisation');
  const keys = new Keys(page);
  await keys.use(page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Chains', exact: true }));
  await expect(page.getByRole('heading', { level: 2, name: 'Chains' })).toBeVisible();
  await keys.isHeld();
  const chains = new SettingsList(page);
  const add = page.getByRole('button', { name: 'Add a chain', exact: true });
  await keys.use(add);
  const form = new EntryForm(page.getByRole('dialog'));
  await keys.isAt(form.name);
  await keys.press('Enter');
  await expect(form.name).toHaveAttribute('aria-invalid', 'true');
  await keys.fill(form.name, 'North');
  await keys.press('Enter');
  await expect(chains.row('North')).toBeVisible();
  await keys.isAt(add);

  const actions = page.getByRole('button', { name: 'Actions for North', exact: true });
  await keys.choose(actions, 'Rename');
  await keys.isAt(form.name);
  await keys.press('Escape');
  await expect(form.dialog).toHaveCount(0);
  await keys.isAt(actions);
  await keys.choose(actions, 'Delete');
  await keys.use(page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }));
  await expect(chains.row('North')).toHaveCount(0);
  await keys.isHeld();
});

test('sync defaults and a fault are set by keys', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('admin');
  const defaults = await SyncDefaultsPage.open(page, 'Sandbox');
  const keys = new Keys(page);
  const edit = page.getByRole('button', { name: 'Edit invoices', exact: true });
  await keys.use(edit);
  const dialog = page.getByRole('dialog');
  await keys.fill(dialog.getByLabel('Every', { exact: true }), '3');
  await keys.use(dialog.getByRole('button', { name: 'Continue' }));
  await keys.use(dialog.getByRole('button', { name: 'Save' }));
  await expect(dialog).toHaveCount(0);
  await expect(defaults.row('Invoices')).toContainText('3');
  await keys.isAt(edit);

  const lab = await FaultLabPage.open(page);
  const choose = page.getByRole('button', { name: 'Switch on a fault' });
  await keys.use(choose);
  await keys.fill(dialog.getByLabel('Search companies'), 'pemberton');
  await keys.use(dialog.getByRole('list', { name: 'Companies', exact: true }).getByLabel(company.name), 'Space');
  await keys.select(dialog.getByLabel('What goes wrong'), 'Slow answers');
  await keys.use(dialog.getByRole('button', { name: 'Switch on', exact: true }));
  await expect(lab.company(company.name)).toBeVisible();
  await keys.isHeld();
  await keys.use(page.getByRole('button', { name: `Switch off the fault of ${company.name}` }));
  await expect(page.getByText('No fault is on')).toBeVisible();
  await keys.isHeld();
});

test('a password is changed and another browser signed out by keys', async ({ page, organisation, signIn }) => {
  const person = await makePerson(organisation, 'viewer');
  await openSessionOf(person);
  await signIn(person);
  await page.goto('/settings/security');
  const keys = new Keys(page);
  await keys.use(page.getByRole('button', { name: 'Sign out Unknown browser' }));
  await expect(toasts(page)).toContainText('is signed out');
  await keys.isHeld();
  await keys.fill(page.getByLabel('Current password'), person.password);
  await keys.fill(page.getByLabel('New password'), 'seven green umbrellas');
  await keys.press('Enter');
  await expect(toasts(page)).toContainText('Your password is changed');
  await keys.isHeld();
});
