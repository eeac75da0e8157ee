import { createApiKey } from '../../lib/domain/api-keys/mutations.ts';
import { nowIn } from '../arrange/companies.ts';
import { offerReferences } from '../arrange/profiles.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { test } from './shoot.ts';

const parts = [
  'branding',
  'sync-defaults/sandbox',
  'chains',
  'subsidiaries',
  'tax-rates',
  'document-types',
  'projects',
  'custom-fields',
] as const;

for (const part of parts) {
  const name = part.replace('/', '-');
  test(`settings: ${part}`, async ({ organisation, signInAs, visit, shoot }) => {
    await signInAs('owner');
    await visit(`/settings/${part}`);
    await shoot('settings', `${name}-empty`);
    await offerReferences(organisation);
    await visit(`/settings/${part}`);
    await shoot('settings', `${name}-little`);
  });
}

test('settings: a form that was refused, and who may only look', async ({ page, signInAs, visit, shoot }) => {
  await signInAs('owner');
  const project = await (await (await SettingsPage.open(page)).part('Projects')).add('Add a project');
  await project.submit();
  await shoot('settings', 'form-refused', 'window');
  await signInAs('viewer');
  await visit('/settings/chains');
  await shoot('settings', 'viewer');
});

test('API keys', async ({ page, organisation, signInAs, visit, shoot }) => {
  await signInAs('owner');
  await visit('/api-keys');
  await shoot('api-keys', 'empty');
  await createApiKey(nowIn(organisation), { name: 'Back end' });
  await visit('/api-keys');
  await shoot('api-keys', 'little');
  await page
    .getByRole('button', { name: /create/i })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await shoot('api-keys', 'form', 'window');
  await signInAs('viewer');
  await visit('/api-keys');
  await shoot('api-keys', 'viewer');
});

test('access tokens', async ({ page, signInAs, visit, shoot }) => {
  await signInAs('owner');
  await visit('/access-tokens');
  await shoot('access-tokens', 'empty');
  await page
    .getByRole('button', { name: /create/i })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await shoot('access-tokens', 'form', 'window');
});

for (const api of ['', 'jsonapi', 'connector']) {
  test(`API reference: ${api || 'core'}`, async ({ signInAs, visit, shoot }) => {
    await signInAs('owner');
    await visit(`/api-reference/${api}`);
    await shoot('api-reference', api || 'core', 'window');
  });
}
