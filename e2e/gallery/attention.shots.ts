import { expect } from '@playwright/test';
import { updateModelConfigs } from '../../lib/domain/sync-config/mutations.ts';
import { connect, nowIn } from '../arrange/companies.ts';
import { fail, makeLate } from '../arrange/troubles.ts';
import { test } from './shoot.ts';

test('incidents, one of them at several companies', async ({ page, organisation, signInAs, visit, shoot }) => {
  const names = ['Finch & Daughters', 'Pemberton Tools', 'Harbour & Lane Shipping Company'];
  const companies = [];
  for (const name of names) companies.push(await connect(organisation, name));
  const late = await connect(organisation, 'Quarry Stone');
  await fail(companies, 'credentials', { to: 'EXPIRED' });
  await makeLate(late);
  await signInAs('owner');
  await visit('/');
  await shoot('overview', 'incidents');
  await page.getByRole('button', { name: 'Notify me' }).click();
  await page.getByRole('switch', { name: 'Mail me new incidents' }).waitFor();
  await shoot('overview', 'notify', 'window');
  await visit('/incidents');
  await shoot('incidents', 'open');
  await visit('/incidents?state=closed');
  await shoot('incidents', 'none-over');
  await visit('/incidents');
  await page.getByRole('link', { name: 'Sign-in refused' }).click();
  await expect(page.getByRole('table', { name: 'Companies of the incident' })).toBeVisible();
  await shoot('incidents', 'one');
  await page.getByRole('button', { name: /^Write to customer.*Pemberton Tools$/ }).click();
  await page.getByLabel('Subject').waitFor();
  await shoot('incidents', 'message', 'window');
  await visit('/incidents/0197b2d0-6c1e-7c2e-8a54-0d2f4f1f7e11');
  await shoot('incidents', 'not-found');
});

test('a company with a timeline', async ({ page, organisation, signInAs, visit, shoot }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await updateModelConfigs(nowIn(organisation), {
    companyId: company.companyId,
    configs: [{ dataModel: 'INVOICE', frequency: 'DAILY', interval: 1 }],
  });
  await fail([company], 'permission', { platformCode: 'E-403' });
  await fail([company], 'credentials', { to: 'EXPIRED' });
  await signInAs('owner');
  await visit(`/companies/${company.companyId}`);
  await page.getByText('Before and after').click();
  await shoot('company', 'timeline');
  await visit(`/companies/${company.companyId}?show=writes`);
  await shoot('company', 'timeline-none');
});
