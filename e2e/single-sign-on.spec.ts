import { type OidcPeer, providerSettings, serveOidcProvider } from '../lib/auth/testing/oidc-provider.ts';
import { freePort, RunningStart, temporaryDataDir } from '../scripts/testing/running-start.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { CompaniesPage } from './pages/companies-page.ts';
import { MembersPage } from './pages/members-page.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { ProviderPage } from './pages/provider-page.ts';
import { Shell } from './pages/shell.ts';
import { SignInPage } from './pages/sign-in-page.ts';

const provider = 'Harbour Accounts';

/** An installation of this test alone: with a provider of single sign-on, and without a mail server. */
async function startWithProvider(): Promise<{ base: string; code: string; peer: OidcPeer; stop: () => Promise<void> }> {
  const { path, remove } = temporaryDataDir();
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const peer = await serveOidcProvider(`${base}/api/auth/oidc/callback`);
  const settings = { ...providerSettings(peer.issuer), OIDC_NAME: provider, SMTP_URL: '' };
  const start = await new RunningStart(port, path, settings).running();
  const stop = async () => {
    start.kill('SIGTERM');
    await start.exit();
    await peer.stop();
    remove();
  };
  return { base, code: start.output.match(/enter the code (\S+)/)?.[1] ?? '', peer, stop };
}

test('with single sign-on and without mail: people join by a copied link, sign in at the provider, and nobody else does', async ({
  page,
  otherBrowser,
}) => {
  // One installation for the whole way: its start takes longer than all that is done with it.
  test.setTimeout(180_000);
  const { base, code, peer, stop } = await startWithProvider();
  const guest = await otherBrowser();
  try {
    peer.people.set('nora', { email: 'nora@example.com', email_verified: true, name: 'Nora Newcomer' });
    peer.people.set('unverified', { email: 'nora@example.com', email_verified: false, name: 'Not Nora' });
    await page.goto(`${base}/setup?code=${code}`);
    await expectAccessible(page);
    for (const [label, value] of Object.entries({
      Organisation: 'Fernwood Books',
      'Your name': 'Olive Owner',
      'E-mail': 'olive@example.com',
      Password: 'quiet harbour lantern',
    })) {
      await page.getByLabel(label).fill(value);
    }
    await page.getByRole('button', { name: 'Create organisation' }).click();
    await new OverviewPage(page).shown();

    // Nobody is mailed, so that the link is there to copy.
    await page.goto(`${base}/settings/members`);
    const members = await new MembersPage(page).shown();
    await page.getByRole('button', { name: 'Invite a member' }).click();
    await members.dialog.getByLabel('E-mail').fill('nora@example.com');
    await members.dialog.getByRole('button', { name: 'Make the link' }).click();
    await expect(members.dialog).toContainText('Send it to nora@example.com.');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: base });
    await members.dialog.getByRole('button', { name: 'Copy invitation link' }).click();
    await expect(members.dialog.getByRole('status')).toHaveText('Copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await members.dialog.getByRole('button', { name: 'Done' }).click();
    await guest.goto(`${base}/forgot-password`);
    await expect(guest.getByText('This installation sends no mail.')).toBeVisible();
    await expect(guest.getByRole('textbox')).toHaveCount(0);
    await expectAccessible(guest);

    await guest.goto(link);
    await (await ProviderPage.comeTo(guest, provider)).signIn('nora');
    await expect(guest.getByText('Fernwood Books: what needs somebody now')).toBeVisible();
    await expect(guest.getByRole('button', { name: 'Account of Nora Newcomer' })).toBeVisible();
    await new Shell(guest).signOut();

    // One comes back to the page one wanted; the provider still knows who it is.
    await guest.goto(`${base}/companies?status=archived`);
    await new SignInPage(guest).shown();
    await expect(guest.getByText(`With ${provider}, or with the e-mail address`)).toBeVisible();
    await expectAccessible(guest);
    await guest.getByRole('link', { name: `Continue with ${provider}` }).click();
    await new CompaniesPage(guest).shown();
    await expect(guest).toHaveURL(`${base}/companies?status=archived`);

    // Who turns back is told so, and whose address the provider has not verified gets nobody's account.
    const stranger = await otherBrowser();
    await stranger.goto(`${base}/sign-in`);
    await (await ProviderPage.comeTo(stranger, provider)).turnBack();
    await expect(stranger.getByText('You turned back there. Nothing was changed')).toBeVisible();
    await expectAccessible(stranger);
    await (await ProviderPage.comeTo(stranger, provider)).signIn('unverified');
    await expect(stranger.getByText('Nobody with an e-mail address that it has verified as yours')).toBeVisible();
    await new SignInPage(stranger).signIn({ email: 'olive@example.com', password: 'quiet harbour lantern' });
    await stranger.goto('about:blank');
  } finally {
    // Left before it ends, so that neither misses it.
    await Promise.all([page, guest].map((one) => one.goto('about:blank')));
    await stop();
  }
});
