import { makeBook } from '../arrange/books.ts';
import { invite } from '../arrange/companies.ts';
import { expect, test } from '../fixtures.ts';
import { ConnectedPage, ConnectPage } from '../pages/connect-page.ts';
import { Keys } from '../pages/keys.ts';

test('a customer connects and disconnects by keys, in another language and back', async ({ page, organisation }) => {
  const book = await makeBook();
  const company = await invite(organisation, 'Pemberton Tools', { integrationCategory: 'ACCOUNTING' });
  const connectPage = await ConnectPage.open(page, company.url);
  const keys = new Keys(page);
  const language = page.getByRole('main').getByRole('combobox');
  // One key chooses: the page turns at once, and would take the letters after it for another choice.
  await keys.to(language);
  await keys.press('d');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await keys.isHeld();
  await keys.to(language);
  await keys.press('Home');
  await expect(connectPage.heading('Choose your platform')).toBeVisible();
  await keys.isHeld();

  await keys.use(page.getByRole('link', { name: /^Sandbox/ }));
  await expect(connectPage.heading('Connect Sandbox')).toBeVisible();
  await keys.isHeld();
  await keys.fill(page.getByLabel('Company key', { exact: true }), book.credentials.companyKey);
  await keys.press('Enter');
  await expect(page.getByLabel('Secret', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await keys.isHeld();
  await keys.fill(page.getByLabel('Secret', { exact: true }), book.credentials.secret);
  await keys.press('Enter');
  await new ConnectedPage(page, 'Sandbox').shown();
  await keys.isHeld();

  const disconnect = page.getByRole('button', { name: 'Disconnect' });
  await keys.use(disconnect);
  const question = page.getByRole('alertdialog');
  await keys.isShutIn(question);
  await keys.press('Escape');
  await expect(question).toHaveCount(0);
  await keys.isAt(disconnect);
  await keys.press('Enter');
  await keys.use(question.getByRole('button', { name: 'Disconnect' }));
  await expect(connectPage.heading('Connect Sandbox')).toBeVisible();
  await keys.isHeld();
});
