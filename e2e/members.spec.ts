import { firstMailTo } from './arrange/mailbox.ts';
import { joinOrganisation, makeOrganisation, makePerson } from './arrange/organisations.ts';
import { askedWithoutSession, expect, test } from './fixtures.ts';
import { MembersPage } from './pages/members-page.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { Shell } from './pages/shell.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { toasts } from './pages/toasts.ts';

const newAddress = () => `new-${crypto.randomUUID().slice(0, 8)}@example.com`;

test('somebody is invited by link, makes an account with it, and is a member; the link works once', async ({
  page,
  organisation,
  signInAs,
  otherBrowser,
}) => {
  await signInAs('admin');
  const members = await MembersPage.open(page);
  const email = newAddress();
  const link = await members.invite(email, 'Operator');
  await expect(members.invitation(email)).toContainText('Operator');
  expect((await firstMailTo(email)).text).toContain(link);

  const guest = await otherBrowser();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1, name: `Join ${organisation.name}` })).toBeVisible();
  await expect(guest.getByText(`Robin Admin invites ${email} as operator.`)).toBeVisible();
  await guest.getByLabel('Your name').fill('Nora Newcomer');
  await guest.getByLabel('Password').fill('short');
  await guest.getByRole('button', { name: 'Join' }).click();
  await expect(guest.getByLabel('Password')).toHaveAccessibleDescription(/^Must have at least 10 characters/);
  await guest.getByLabel('Password').fill('seven green umbrellas');
  await guest.getByRole('button', { name: 'Join' }).click();
  await new OverviewPage(guest).shown();

  await page.reload();
  await expect(members.member(email)).toContainText('Nora Newcomer');
  await expect(members.invitation(email)).toHaveCount(0);
  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1, name: 'This invitation was used' })).toBeVisible();
});

test('somebody with an account joins with it, and nobody else does', async ({
  page,
  organisation,
  signInAs,
  otherBrowser,
}) => {
  const other = await makeOrganisation('Southgate Partners');
  const person = await makePerson(other, 'viewer');
  const stranger = await makePerson(other, 'viewer');
  await signInAs('owner');
  const link = await (await MembersPage.open(page)).invite(person.email, 'Viewer');

  const guest = await otherBrowser();
  await (await SignInPage.open(guest)).signIn(stranger);
  await guest.goto(link);
  await expect(guest.getByText(`You are signed in as ${stranger.email}`)).toBeVisible();
  await guest.getByRole('button', { name: 'Sign out' }).click();
  await new SignInPage(guest).shown();

  await guest.goto(link);
  await guest.getByRole('link', { name: 'Sign in to join' }).click();
  await (await new SignInPage(guest).shown()).submit(person);
  await guest.getByRole('button', { name: `Join ${organisation.name}` }).click();
  await expect(guest.getByText(`${organisation.name}: what needs somebody now`)).toBeVisible();
});

test('a revoked invitation does not work, and a new link ends the one before', async ({
  page,
  signInAs,
  otherBrowser,
}) => {
  await signInAs('admin');
  const members = await MembersPage.open(page);
  const email = newAddress();
  const first = await members.invite(email, 'Viewer');
  await page.getByRole('button', { name: `New link for ${email}` }).click();
  const second = await members.readLink('Invitation link');
  const guest = await otherBrowser();
  await guest.goto(first);
  await expect(guest.getByRole('heading', { level: 1, name: 'This invitation was taken back' })).toBeVisible();

  await page.getByRole('button', { name: `Revoke ${email}` }).click();
  await members.confirm('Revoke');
  await expect(members.invitation(email)).toHaveCount(0);
  await guest.goto(second);
  await expect(guest.getByRole('heading', { level: 1, name: 'This invitation was taken back' })).toBeVisible();
});

test('a role is changed and somebody is removed; the last owner stays', async ({ page, organisation, signInAs }) => {
  const operator = await makePerson(organisation, 'operator');
  const owner = await signInAs('owner');
  const members = await MembersPage.open(page);
  await members.act(operator.name, 'Change role');
  await members.dialog.getByRole('radio', { name: 'Admin' }).check();
  await members.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(members.member(operator.email)).toContainText('Admin');

  await members.act(owner.name, 'Leave');
  await members.question.getByRole('button', { name: 'Leave' }).click();
  await expect(members.question).toContainText(`${owner.name} is the last owner`);
  await members.question.getByRole('button', { name: 'Cancel' }).click();

  await members.act(operator.name, 'Remove');
  await members.confirm('Remove');
  await expect(members.member(operator.email)).toHaveCount(0);
});

test('an admin does not touch owners, and a viewer nobody but themselves', async ({ page, organisation, signInAs }) => {
  const owner = await makePerson(organisation, 'owner');
  const admin = await signInAs('admin');
  await MembersPage.open(page);
  const actions = page.getByRole('button', { name: /^Actions for/ });
  await expect(actions).toHaveAccessibleName(`Actions for ${admin.name}`);

  const viewer = await signInAs('viewer');
  const members = await MembersPage.open(page);
  await expect(members.member(owner.email)).toContainText('Owner');
  await expect(actions).toHaveAccessibleName(`Actions for ${viewer.name}`);
  await expect(page.getByRole('button', { name: 'Invite a member' })).toHaveCount(0);
});

test('a viewer leaves, and comes to the sign-in', async ({ page, organisation, signInAs, expectedErrors }) => {
  expectedErrors.push(askedWithoutSession);
  await makePerson(organisation, 'owner');
  const viewer = await signInAs('viewer');
  const members = await MembersPage.open(page);
  await members.act(viewer.name, 'Leave');
  await members.question.getByRole('button', { name: 'Leave' }).click();
  await new SignInPage(page).shown();
});

test('an admin makes a reset link, with which its person chooses a new password', async ({
  page,
  organisation,
  signInAs,
  otherBrowser,
}) => {
  const person = await makePerson(organisation, 'operator');
  const both = await makePerson(organisation, 'viewer');
  await joinOrganisation(both, await makeOrganisation('Southgate Partners'), 'viewer');
  await signInAs('admin');
  const members = await MembersPage.open(page);
  await members.act(both.name, 'Make a reset link');
  await members.dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(members.dialog).toContainText('belongs to another organisation too');
  await members.dialog.getByRole('button', { name: 'Cancel' }).click();

  await members.act(person.name, 'Make a reset link');
  await members.dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await members.readLink('Reset link');
  const guest = await otherBrowser();
  await guest.goto(link);
  await guest.getByLabel('New password').fill('seven green umbrellas');
  await guest.getByRole('button', { name: 'Save and sign in' }).click();
  await new OverviewPage(guest).shown();
  await new Shell(guest).signOut();
  const signIn = await SignInPage.open(guest);
  await signIn.submit(person);
  await expect(guest.getByText('The e-mail address or the password is not right.')).toBeVisible();
  await signIn.signIn({ ...person, password: 'seven green umbrellas' });
  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1, name: 'This link does not work any more' })).toBeVisible();
});

test('a person sees their browsers, signs the others out, and changes the password', async ({
  page,
  organisation,
  signIn,
  otherBrowser,
  expectedErrors,
}) => {
  expectedErrors.push(askedWithoutSession);
  const person = await makePerson(organisation, 'viewer');
  await signIn(person);
  const elsewhere = await otherBrowser();
  await (await SignInPage.open(elsewhere)).signIn(person);
  await page.goto('/settings/security');
  const sessions = page.getByRole('table', { name: 'Your sessions' });
  await expect(sessions.getByRole('row').filter({ hasText: 'This browser' })).toHaveCount(1);
  await expect(sessions.getByRole('row').filter({ hasText: 'Chrome on' })).toContainText('127.0.0.1');
  await expect(page.getByRole('table', { name: 'Sessions of the other members' })).toHaveCount(0);

  await page.getByRole('button', { name: /^Sign out Chrome on/ }).click();
  await expect(toasts(page)).toContainText('is signed out');
  await expect(sessions.getByRole('row').filter({ hasText: 'Chrome on' })).toHaveCount(0);
  await elsewhere.goto('/');
  await new SignInPage(elsewhere).shown();

  await page.getByLabel('Current password').fill('not the password');
  await page.getByLabel('New password').fill('seven green umbrellas');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription('This is not your password.');
  await page.getByLabel('Current password').fill(person.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(toasts(page)).toContainText('Your password is changed');
});

test('an admin signs another member out', async ({ page, organisation, signInAs, otherBrowser, expectedErrors }) => {
  expectedErrors.push(askedWithoutSession);
  const operator = await makePerson(organisation, 'operator');
  const elsewhere = await otherBrowser();
  await (await SignInPage.open(elsewhere)).signIn(operator);
  await signInAs('admin');
  await page.goto('/settings/security');
  const sessions = page.getByRole('table', { name: 'Sessions of the other members' });
  await expect(sessions.getByRole('row').filter({ hasText: operator.name })).toHaveCount(1);
  const members = await MembersPage.open(page);
  await members.act(operator.name, 'Sign out everywhere');
  await expect(toasts(page)).toContainText(`${operator.name} is signed out everywhere`);
  await elsewhere.goto('/');
  await new SignInPage(elsewhere).shown();
});

test('who forgot the password gets a link by mail and chooses a new one', async ({ page, organisation }) => {
  // The mail goes through the queue and a mail server.
  test.slow();
  const person = await makePerson(organisation, 'operator');
  await SignInPage.open(page);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  // The page before has a field of that name too.
  await expect(page.getByRole('heading', { level: 1, name: 'Forgot your password?' })).toBeVisible();
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('a link is on its way')).toBeVisible();

  const mail = await firstMailTo(person.email);
  await page.goto(/http\S+\/reset-password\/\S+/.exec(mail.text)?.[0] ?? '');
  await page.getByLabel('New password').fill('seven green umbrellas');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await new OverviewPage(page).shown();
});
