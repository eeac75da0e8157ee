import type { Page } from '@playwright/test';
import { type Language, languages } from '../lib/format/language.ts';
import { makeBook } from './arrange/books.ts';
import { brand } from './arrange/branding.ts';
import { connect, expire, invite } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { ConnectPage } from './pages/connect-page.ts';

test('a customer reads the page in the language of their browser, with its dates and numbers', async ({
  browser,
  baseURL,
  consoleGuard,
  organisation,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  const german = await browser.newContext({ baseURL, locale: 'de-AT' });
  consoleGuard.watch(german);
  const page = await german.newPage();
  const connectPage = await ConnectPage.open(page, company.url);
  await expect(connectPage.heading('Sandbox ist verbunden')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle('Buchhaltung verbinden');
  await expect(page.getByRole('main')).toContainText(/jetzt|vor \d+ Minute/);
  await expect(page.getByText('Kontakte mit Anschriften, Telefonnummern, E-Mail-Adressen und Websites')).toBeVisible();
  await page.getByRole('button', { name: 'Trennen' }).click();
  const question = page.getByRole('alertdialog', { name: 'Sandbox trennen?' });
  await question.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(question).toHaveCount(0);
  await german.close();
});

test('a customer chooses another language, which stays, also for a refusal and the first sync', async ({
  page,
  organisation,
}) => {
  const book = await makeBook();
  const company = await invite(organisation, 'Pemberton Tools');
  const connectPage = await ConnectPage.open(page, company.url);
  await connectPage.chooseLanguage('Français');
  await expect(connectPage.heading('Connecter Sandbox')).toBeVisible();
  await page.reload();
  await expect(connectPage.heading('Connecter Sandbox')).toBeVisible();
  await page.getByLabel('Clé de l’entreprise').fill(book.credentials.companyKey);
  const submit = page.getByRole('button', { name: 'Connecter Sandbox' });
  await submit.click();
  await expect(page.getByLabel('Secret')).toHaveAccessibleDescription(/Secret : ce champ est obligatoire/);
  await page.getByLabel('Secret').fill('faux');
  await submit.click();
  await expect(page.getByLabel('Secret')).toHaveAccessibleDescription(/Sandbox n’accepte pas cette saisie/);
  await page.getByLabel('Secret').fill(book.credentials.secret);
  await submit.click();
  await expect(connectPage.heading('Sandbox est connecté')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Tenu à jour')).toBeVisible();
});

test('a link that is over says so in the reader’s language, and whom to write to', async ({ page, organisation }) => {
  await brand(organisation);
  const company = await invite(organisation, 'Pemberton Tools');
  await expire(company);
  const connectPage = await ConnectPage.open(page, company.url);
  await connectPage.chooseLanguage('Español');
  await expect(connectPage.heading('Este enlace ha caducado')).toBeVisible();
  await expect(page.getByText(`Pida un enlace nuevo a ${organisation.name}.`)).toBeVisible();
  await expect(page.getByRole('link', { name: 'help@northwind.example.com' })).toHaveAttribute(
    'href',
    'mailto:help@northwind.example.com',
  );
});

test('no text of any language is cut off or sticks out on a phone', async ({ page, organisation }) => {
  test.slow();
  await brand(organisation);
  const connected = await connect(organisation, 'Bergmann & Söhne Metallverarbeitung GmbH');
  const fresh = await invite(organisation, 'Bergmann & Söhne Metallverarbeitung GmbH', { integration: 'TRYTON' });
  const open = await invite(organisation, 'Lindqvist Möbler', { integrationCategory: 'ACCOUNTING' });
  await page.setViewportSize({ width: 375, height: 800 });
  const connectPage = await ConnectPage.open(page, fresh.url);
  for (const language of Object.keys(languages) as Language[]) {
    await connectPage.chooseLanguage(languages[language]);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const { url } of [open, connected, fresh]) {
      await page.goto(url);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      // Until its letters have come the page is measured with others.
      await expect.poll(() => sticksOut(page), { message: `${language} ${url}` }).toEqual([]);
    }
  }
});

/** The texts of elements that are wider than the page or than their own box. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cut = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      if (width <= 1 || element.closest('.sr-only, select')) return false;
      return right > window.innerWidth || (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0);
    });
    return cut.map((element) => `${element.tagName} ${element.textContent?.slice(0, 80)}`);
  });
