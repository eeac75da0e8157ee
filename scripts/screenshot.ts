import { chromium } from '@playwright/test';
import { findChromium } from '../e2e/chromium.ts';
import { demoAccount } from '../lib/domain/members/demo-account.ts';
import { env } from '../lib/env.ts';

/** Takes the README's picture from a running demo: `npm run screenshot`, with PORT or PUBLIC_URL when it is not the default. */
const browser = await chromium.launch(await findChromium());
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  await page.goto(`${env().publicUrl}/sign-in`);
  await page.getByLabel('E-mail').fill(demoAccount.email);
  await page.getByLabel('Password').fill(demoAccount.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  // The panels stream in behind the heading; the picture is taken when the charts are there.
  await page.locator('[data-slot=chart-bar]').first().waitFor();
  await page.screenshot({ path: 'docs/overview.png', animations: 'disabled' });
} finally {
  await browser.close();
}
