import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { findChromium } from '../e2e/chromium.ts';
import { demoAccount } from '../lib/domain/members/demo-account.ts';
import { run } from '../scripts/test/run.ts';
import { freePort, RunningStart } from '../scripts/testing/running-start.ts';
import { weigh } from './page-weight.ts';
import { check, median, print, printTable, whole } from './report.ts';

const rounds = 3;
const goals = { performance: 98, accessibility: 100, 'best-practices': 100 } as const;
const firstLoadGoal = 200;
/** Less of the window than this is a rounding of widths that nobody sees. */
const visibleShift = 0.0005;
const widths = { desktop: 1350, phone: 375 } as const;

/** Every other page that people work with. */
const otherPages = [
  ...['invite-links', 'syncs', 'incidents', 'webhooks', 'webhooks/deliveries', 'audit'],
  ...['api-reference', 'api-keys', 'access-tokens', 'settings', 'settings/members', 'settings/projects'],
];
const companyTabs = [
  'models',
  'syncs',
  'contacts',
  'invoices',
  'invoices/payments',
  'records',
  'profile',
  'access',
  'audit',
];

/**
 * From a demo started for it: what Lighthouse says, as on a desktop, of the pages people look at most (medians of several
 * visits), then the weight of script and the layout shift of every page, on a desktop and on a phone.
 */
export async function pages(): Promise<void> {
  check((await run('scripts/build.ts', ['--quiet'])) === 0, 'the build');
  const folder = mkdtempSync(join(tmpdir(), 'ledgerline-pages-'));
  const dataDir = join(folder, 'data');
  const start = new RunningStart(await freePort(), dataDir, { DEMO: '1' });
  try {
    await start.running();
    const browser = await openBrowser(join(folder, 'profile'));
    try {
      await measure(browser, `http://127.0.0.1:${start.port}`, dataDir);
    } finally {
      await browser.context.close();
    }
  } finally {
    start.kill('SIGTERM');
    await start.exit();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Browser {
  context: BrowserContext;
  /** Where Lighthouse drives it. */
  debugPort: number;
}

/** Its first profile, which Lighthouse's own tabs share: they are signed in with it. */
async function openBrowser(profile: string): Promise<Browser> {
  const debugPort = await freePort();
  const { args = [], ...launch } = await findChromium();
  const options = { ...launch, args: [...args, `--remote-debugging-port=${debugPort}`] };
  return { debugPort, context: await chromium.launchPersistentContext(profile, options) };
}

async function measure({ context, debugPort }: Browser, base: string, dataDir: string): Promise<void> {
  const connect = await connectPage(base, dataDir);
  const company = await signIn(context, base);
  const most = { overview: base, companies: `${base}/companies`, company, connect };
  const others = [
    ...otherPages.map((path) => [path, `${base}/${path}`]),
    ...companyTabs.map((tab) => [`company/${tab}`, `${company}/${tab}`]),
  ];
  await weighAll(context, { ...most, ...Object.fromEntries(others) });
  await askLighthouse({ context, debugPort }, most);
}

/** Script and shift of each page, and what moved. */
async function weighAll(context: BrowserContext, addresses: Record<string, string>): Promise<void> {
  const rows: string[][] = [];
  const moved: string[] = [];
  for (const [name, address] of Object.entries(addresses)) {
    const desktop = await weigh(context, address, widths.desktop);
    const phone = await weigh(context, address, widths.phone);
    const firstLoad = Math.max(desktop.firstLoad, phone.firstLoad);
    const shifts = [desktop.shift, phone.shift];
    const isReached = firstLoad <= firstLoadGoal && shifts.every((shift) => shift < visibleShift);
    const figures = [firstLoad.toFixed(1), desktop.later.toFixed(1), ...shifts.map((shift) => shift.toFixed(4))];
    rows.push([name, ...figures, isReached ? 'yes' : 'no']);
    moved.push(...[...desktop.moved, ...phone.moved].map((line) => `${name}: ${line}`));
  }
  print('Script (kB, compressed) and layout shift of one visit');
  printTable(['page', 'first load', 'later', 'shift', 'on a phone', 'reached'], rows);
  if (moved.length > 0) print(`What moved\n${moved.join('\n')}`);
}

async function askLighthouse({ context, debugPort }: Browser, addresses: Record<string, string>): Promise<void> {
  const rows: string[][] = [];
  for (const [name, address] of Object.entries(addresses)) {
    const visits: Result[] = [];
    for (let round = 0; round < rounds; round++) {
      await forgetFiles(context);
      visits.push(await visit(address, debugPort));
    }
    rows.push([name, ...verdict(visits)]);
  }
  print(`Lighthouse, desktop, medians of ${rounds} visits`);
  printTable(['page', ...Object.keys(goals), 'reached'], rows);
}

/** As in a browser that was never here, but for being signed in. */
async function forgetFiles(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
  await page.close();
}

async function visit(address: string, port: number): Promise<Result> {
  const outcome = await lighthouse(
    address,
    { port, output: 'json', logLevel: 'error', disableStorageReset: true, onlyCategories: Object.keys(goals) },
    desktopConfig,
  );
  const result = outcome?.lhr;
  check(result !== undefined && !result.runtimeError, `${address}: ${result?.runtimeError?.message}`);
  check(
    result?.finalDisplayedUrl === address || result?.finalDisplayedUrl === `${address}/`,
    `${address} led elsewhere`,
  );
  return result as Result;
}

function verdict(visits: Result[]): string[] {
  const scores = Object.entries(goals).map(([name, goal]) => {
    const score = Math.round(100 * median(visits.map(({ categories }) => categories[name]?.score ?? 0)));
    return { score, isReached: score >= goal };
  });
  const isReached = scores.every((one) => one.isReached);
  return [...scores.map(({ score }) => whole(score)), isReached ? 'yes' : 'no'];
}

/** Signs in as the demo's owner; returns the address of a company of theirs. */
async function signIn(context: BrowserContext, base: string): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${base}/sign-in`);
  await page.getByLabel('E-mail').fill(demoAccount.email);
  await page.getByLabel('Password').fill(demoAccount.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.goto(`${base}/companies`);
  const path = await page.getByRole('table').locator('tbody a').first().getAttribute('href');
  await page.close();
  check(path !== null, 'the demo has no companies');
  return new URL(path ?? '', base).href;
}

/** A new link's page, made through the API with the demo's key. */
async function connectPage(base: string, dataDir: string): Promise<string> {
  const response = await fetch(`${base}/v4/core/invite-links`, {
    method: 'POST',
    headers: {
      api_key: readFileSync(join(dataDir, 'demo-api-key'), 'utf8').trim(),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ companyName: 'Pemberton Tools', integrationCategory: 'ACCOUNTING' }),
  });
  const text = await response.text();
  check(response.ok, `an invite link: ${response.status} ${text}`);
  return (JSON.parse(text) as { data: { inviteLink: { url: string } } }).data.inviteLink.url;
}
