import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { closeDb } from '../db/client.ts';
import type { Role } from '../db/schema/enums.ts';
import { startAnnouncing } from '../lib/events/announce.ts';
import {
  demoOrganisation,
  makeOrganisation,
  makePerson,
  type OpenedSession,
  type Organisation,
  openSessionOf,
  type Person,
} from './arrange/organisations.ts';
import { joinInstallation } from './installation.ts';

export { expect };

interface TestFixtures {
  /**
   * What the browser's consoles may say in this test. Everything else that is an error there, an exception nobody caught
   * or a breach of the page's security policy fails the test.
   */
  expectedErrors: RegExp[];
  /** An organisation of this test alone. */
  organisation: Organisation;
  /** Signs somebody in on `page` by cookie, as every test but the sign-in's own does. */
  signIn: (person: Person) => Promise<OpenedSession>;
  /** Makes somebody of that role in `organisation` and signs them in on `page`. */
  signInAs: (role: Role) => Promise<Person>;
  /** Signs the owner of the demo organisation in on `page`. It is shared: tests look at it and change nothing. */
  signInToDemo: () => Promise<Organisation>;
  /** The page of somebody else in a browser of their own: a customer, a colleague. */
  otherBrowser: () => Promise<Page>;
  consoleGuard: { watch: (context: BrowserContext) => void };
}

/** What a browser's console says when its session is ended while a page asks for something. */
export const askedWithoutSession = /status of 401 .*\/api\//;

interface WorkerFixtures {
  installation: undefined;
}

/** Every browser test is this one. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  installation: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use, { project }) => {
      joinInstallation(project.use.baseURL ?? '');
      // What a test arranges moves open pages, as what anybody else does.
      const stopAnnouncing = startAnnouncing();
      await use(undefined);
      await stopAnnouncing();
      await closeDb();
    },
    { scope: 'worker', auto: true },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: the same
  expectedErrors: async ({}, use) => use([]),

  consoleGuard: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      const watch = (watched: BrowserContext) => {
        watched.on('weberror', (error) => errors.push(String(error.error())));
        watched.on('console', (message) => {
          if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
        });
      };
      watch(context);
      await use({ watch });
      const unexpected = errors.filter((error) => !expectedErrors.some((pattern) => pattern.test(error)));
      expect(unexpected, 'errors in the consoles of the browsers').toEqual([]);
    },
    { auto: true },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: the same
  organisation: async ({}, use) => use(await makeOrganisation()),

  signIn: async ({ context, baseURL }, use) =>
    use(async (person) => {
      const session = await openSessionOf(person);
      await context.addCookies([{ ...session.cookie, url: baseURL }]);
      return session;
    }),

  signInAs: async ({ organisation, signIn }, use) =>
    use(async (role) => {
      const person = await makePerson(organisation, role);
      await signIn(person);
      return person;
    }),

  signInToDemo: async ({ signIn }, use) =>
    use(async () => {
      const { organisation, person } = await demoOrganisation();
      await signIn(person);
      return organisation;
    }),

  otherBrowser: async ({ browser, contextOptions, baseURL, consoleGuard }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const other = await browser.newContext({ ...contextOptions, baseURL });
      opened.push(other);
      consoleGuard.watch(other);
      return other.newPage();
    });
    for (const other of opened) await other.close();
  },
});
