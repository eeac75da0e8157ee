import { freePort, RunningStart, temporaryDataDir } from '../scripts/testing/running-start.ts';
import { expect, test } from './fixtures.ts';
import { SignInPage } from './pages/sign-in-page.ts';

test('on an empty installation the printed code makes the owner, once', async ({ page, otherBrowser }) => {
  test.setTimeout(120_000);
  const second = await otherBrowser();
  const { path, remove } = temporaryDataDir();
  const start = new RunningStart(await freePort(), path);
  try {
    await start.running();
    const base = `http://127.0.0.1:${start.port}`;
    const code = start.output.match(/enter the code (\S+)/)?.[1] ?? '';
    await page.goto(`${base}/companies`);
    await expect(page.getByRole('heading', { level: 1, name: 'Set up Ledgerline' })).toBeVisible();

    await page.getByLabel('Set-up code').fill('AAAA-AAAA-AAAA');
    await page.getByLabel('Organisation').fill('Fernwood Books');
    await page.getByLabel('Your name').fill('Olive Owner');
    await page.getByLabel('E-mail').fill('olive@example.com');
    await page.getByLabel('Password').fill('quiet harbour lantern');
    await page.getByRole('button', { name: 'Create organisation' }).click();
    await expect(page.getByLabel('Set-up code')).toHaveAccessibleDescription(/code that the last start printed/);
    await expect(page.getByLabel('Organisation')).toHaveValue('Fernwood Books');

    // However it is typed.
    await page.getByLabel('Set-up code').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Create organisation' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await expect(page.getByText('Fernwood Books: what needs somebody now')).toBeVisible();

    await second.goto(`${base}/setup?code=${code}`);
    const signIn = await new SignInPage(second).shown();
    await expect(second.getByText('Demo sign-in')).toHaveCount(0);
    await signIn.signIn({ email: 'olive@example.com', password: 'quiet harbour lantern' });
  } finally {
    // Left before it ends, so that neither misses it.
    await Promise.all([page, second].map((one) => one.goto('about:blank')));
    start.kill('SIGTERM');
    await start.exit();
    remove();
  }
});
