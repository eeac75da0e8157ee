import { png } from '../lib/domain/branding/testing/pictures.ts';
import { accentOf } from '../lib/format/accent.ts';
import { invite } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { ConnectPage } from './pages/connect-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { toasts } from './pages/toasts.ts';

test('an admin gives the connect page the organisation’s colour, logo and contact address', async ({
  page,
  organisation,
  signInAs,
  otherBrowser,
}) => {
  await signInAs('admin');
  const settings = await SettingsPage.open(page);
  await settings.part('Branding');
  await page.getByLabel('Colour', { exact: true }).fill('#ffd400');
  await expect(page.getByText(/in the light one, where it can’t be read, as #/)).toBeVisible();
  await page.getByLabel('Contact address').fill('help@northwind.example.com');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(toasts(page)).toContainText('Your customers see it from now on');
  const logo = { name: 'logo.png', mimeType: 'image/png', buffer: png(160, 48) };
  await page.getByLabel('Logo file').setInputFiles(logo);
  await expect(page.getByRole('button', { name: 'Remove' })).toBeVisible();

  const customer = await otherBrowser();
  const { url } = await invite(organisation, 'Pemberton Tools');
  await ConnectPage.open(customer, url);
  const picture = customer.locator('header img');
  await expect(picture).toHaveJSProperty('naturalWidth', 160);
  // The shade of the yellow that can be read on white.
  await expect(customer.getByRole('button', { name: 'Connect Sandbox' })).toHaveCSS(
    'background-color',
    rgbOf(accentOf('#ffd400', 'light').primary),
  );
  await expect(customer.getByRole('link', { name: 'help@northwind.example.com' })).toBeVisible();
});

test('what is no picture is refused with what a logo may be, and nothing changes', async ({ page, signInAs }) => {
  await signInAs('owner');
  await (await SettingsPage.open(page)).part('Branding');
  const file = page.getByLabel('Logo file');
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
  await expect(page.getByText('The picture must be a PNG, JPEG or WebP picture')).toBeVisible();
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.alloc(300 * 1024) });
  await expect(page.getByText('The picture must have at most 256 kB')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(0);
  await page.getByLabel('Colour', { exact: true }).fill('brown');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Colour', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('who may only look sees how the page looks', async ({ page, signInAs }) => {
  await signInAs('viewer');
  await (await SettingsPage.open(page)).part('Branding');
  await expect(page.getByRole('img', { name: 'How the connect page looks, light and dark' })).toBeVisible();
  await expect(page.getByText('Changing it needs the role admin or owner.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
});

const rgbOf = (hex: string) => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
