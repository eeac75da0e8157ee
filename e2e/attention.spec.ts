import { connect, invite } from './arrange/companies.ts';
import { firstMailTo } from './arrange/mailbox.ts';
import { fail, makeLate } from './arrange/troubles.ts';
import { expect, test } from './fixtures.ts';
import { OverviewPage } from './pages/overview-page.ts';

// The watchdog looks every fifteen seconds, and what it tells goes out by mail after that.
test.slow();

test('the same failure at several companies is one incident, and each customer is written to from its page', async ({
  page,
  organisation,
  signInAs,
}) => {
  const companies = [await connect(organisation, 'Finch & Daughters'), await connect(organisation, 'Pemberton Tools')];
  await fail(companies, 'credentials', { to: 'EXPIRED' });
  await signInAs('operator');
  await OverviewPage.open(page);
  const entry = page.getByRole('listitem').filter({ hasText: 'Sign-in refused' });
  await expect(entry).toContainText('2 companies');
  for (const { name } of companies) await expect(entry.getByRole('link', { name })).toBeVisible();

  await entry.getByRole('link', { name: 'Write to 2 customers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign-in refused, Sandbox' })).toBeVisible();
  await page.getByRole('button', { name: 'Write to customer: Pemberton Tools' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write to Pemberton Tools' });
  await expect(dialog.getByLabel('Subject')).toHaveValue('Please reconnect Sandbox for Pemberton Tools');
  await dialog.getByRole('button', { name: 'Send by mail' }).click();
  await expect(dialog.getByText('must be an e-mail address')).toBeVisible();
  const recipient = `books-${companies[1]?.companyId}@pemberton.example`;
  await dialog.getByLabel('To').fill(recipient);
  await dialog.getByRole('button', { name: 'Send by mail' }).click();
  await expect(page.getByText(`The message to ${recipient} is on its way`)).toBeVisible();

  const mail = await firstMailTo(recipient);
  expect(mail.subject).toBe('Please reconnect Sandbox for Pemberton Tools');
  expect(mail.text).toContain(companies[1]?.url);
  expect(mail.raw).toContain(`From: ${organisation.name} <hub@example.com>`);
});

test('a member is told of a new incident by mail, once they ask for it', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  const person = await signInAs('viewer');
  await OverviewPage.open(page);
  await page.getByRole('button', { name: 'Notify me' }).click();
  await page.getByRole('switch', { name: 'Mail me new incidents' }).click();
  await expect(page.getByRole('button', { name: 'You are notified' })).toBeVisible();

  await fail([company], 'permission', { to: 'EXPIRED', platformCode: 'E-403' });
  const mail = await firstMailTo(person.email);
  expect(mail.subject).toBe(`${organisation.name}: access denied at Pemberton Tools`);
  const link = /http\S+\/incidents\/\S+/.exec(mail.text)?.[0] ?? '';
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Access denied, Sandbox' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Pemberton Tools' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Write to customer/ })).toHaveCount(0);
});

test('records that were not read when they were due raise the alarm, and a sync ends it', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await makeLate(company);
  await signInAs('operator');
  await OverviewPage.open(page);
  const entry = page.getByRole('listitem').filter({ hasText: 'Not fresh' });
  await expect(entry).toContainText('Records should have been read by now and were not.');
  await expect(entry.getByRole('link', { name: company.name })).toBeVisible();
  await entry.getByRole('button', { name: 'Sync again' }).click();
  await expect(page.getByText('1 sync is queued')).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('Nothing needs you')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 120_000 });
});

test('the message to a customer who never connected is copied with its link', async ({
  page,
  context,
  organisation,
  signInAs,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const company = await invite(organisation, 'Never opened');
  await signInAs('operator');
  await page.goto(`/companies/${company.companyId}`);
  await page.getByRole('button', { name: 'Write to customer: Never opened' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write to Never opened' });
  await dialog.getByLabel('Message').fill('Hello there');
  await dialog.getByRole('button', { name: 'Copy message' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`Hello there\n\n${company.url}`);
});
