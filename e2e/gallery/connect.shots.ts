import { languages } from '../../lib/format/language.ts';
import { makeBook, setFaults } from '../arrange/books.ts';
import { brand } from '../arrange/branding.ts';
import { connect, expire, invite, revokeLink } from '../arrange/companies.ts';
import { ConnectPage } from '../pages/connect-page.ts';
import { test } from './shoot.ts';

test('the connect page from the first step to the last', async ({ page, organisation, visit, shoot }) => {
  const book = await makeBook();
  const { url } = await invite(organisation, 'Pemberton Tools', { integrationCategory: 'ACCOUNTING' });
  await visit(url);
  await shoot('connect', '1-platforms');
  const form = await new ConnectPage(page).choosePlatform('Sandbox');
  await shoot('connect', '2-form');
  await form.submit({ 'Company key': book.credentials.companyKey, Secret: 'not the secret' });
  await form.problemOf('Secret', /./);
  await shoot('connect', '2-refused');
  await setFaults(book, [{ kind: 'slow', delayMs: 15_000, model: 'contacts' }]);
  const { companyKey, secret } = book.credentials;
  const firstSync = await (await form.connect({ 'Company key': companyKey, Secret: secret })).shown();
  await shoot('connect', '3-reading');
  await setFaults(book, []);
  await firstSync.done();
  await shoot('connect', '4-connected');
});

test('the connect page in an organisation’s colours, in every language', async ({
  page,
  organisation,
  visit,
  shoot,
}) => {
  await brand(organisation);
  const company = await connect(organisation, 'Pemberton Tools');
  const { url } = await invite(organisation, 'Lindqvist Möbler', { integration: 'TRYTON' });
  for (const [language, name] of Object.entries(languages)) {
    await visit(url);
    await page.getByRole('combobox').selectOption({ label: name });
    await page.locator(`html[lang="${language}"]`).waitFor();
    await shoot('connect-languages', `${language}-form`);
    await visit(company.url);
    await shoot('connect-languages', `${language}-connected`);
  }
});

test('closed links', async ({ organisation, visit, shoot, expectedErrors }) => {
  expectedErrors.push(/status of 404/);
  const late = await invite(organisation, 'Pemberton Tools');
  await expire(late);
  await visit(late.url);
  await shoot('connect', 'expired');
  const withdrawn = await invite(organisation, 'Pemberton Tools');
  await revokeLink(organisation, withdrawn);
  await visit(withdrawn.url);
  await shoot('connect', 'revoked');
  await visit('/connect/0b8f4f36-60c7-4f3c-9c8e-2f7c1a0b9d11');
  await shoot('connect', 'unknown');
});
