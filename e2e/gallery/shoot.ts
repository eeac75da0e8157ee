import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, type Route } from '@playwright/test';
import { test as base } from '../fixtures.ts';

/** Where the pictures go, from the project's root; scripts/gallery.ts makes a page of them. */
export const galleryFolder = '.gallery';
export const widths = [1440, 768, 375] as const;
export const themes = ['light', 'dark'] as const;
type Width = (typeof widths)[number];

const heights: Record<Width, number> = { 1440: 900, 768: 1024, 375: 812 };

/** A picture's name: the screen, then its state; the rest is the same for all. */
export const pictureOf = (screen: string, state: string, theme: string, width: number): string =>
  `${screen}/${state}.${theme}.${width}.png`;

interface GalleryFixtures {
  /**
   * Takes the page as it stands, in every theme and width, whole or (`'window'`) what a dialog leaves in sight; `only`
   * names the widths in which there is such a state.
   */
  shoot: (screen: string, state: string, part?: 'page' | 'window', only?: readonly Width[]) => Promise<void>;
  /** Goes to a page of the console and waits until all of it is there. */
  visit: (path: string) => Promise<void>;
  /** Holds or spoils what a page asks for after it has come, until the test ends. */
  upset: (pattern: string, how: 'hold' | 'fail') => Promise<void>;
}

/** Every state of the gallery is a test of this kind: it arranges, goes there, and shoots. */
export const test = base.extend<GalleryFixtures>({
  shoot: async ({ page }, use) =>
    use((screen, state, part = 'page', only = widths) => shootAll(page, screen, state, part, only)),
  visit: async ({ page }, use) =>
    use(async (path) => {
      await page.goto(path);
      await settled(page);
    }),
  upset: async ({ page }, use) => {
    const held: Route[] = [];
    await use(async (pattern, how) => {
      await page.route(pattern, (route) => {
        if (how === 'hold') held.push(route);
        else return route.fulfill({ status: 500, json: { message: 'Something went wrong', requestId: 'b1e4c0de' } });
      });
    });
    await Promise.all(held.map((route) => route.abort().catch(() => undefined)));
  },
});

async function shootAll(
  page: Page,
  screen: string,
  state: string,
  part: 'page' | 'window',
  only: readonly Width[],
): Promise<void> {
  await mkdir(join(galleryFolder, screen), { recursive: true });
  for (const width of only) {
    await page.setViewportSize({ width, height: heights[width] });
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${theme}\\b`));
      await painted(page);
      await page.screenshot({
        path: join(galleryFolder, pictureOf(screen, state, theme, width)),
        fullPage: part === 'page',
        animations: 'disabled',
      });
    }
  }
  // What comes next goes on where there is room for all of it.
  await page.setViewportSize({ width: widths[0], height: heights[widths[0]] });
}

/** Waits for the panels that stream in and for the fonts. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await expect(page.locator('[data-slot=skeleton]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

/** Two frames: the first lays out what the new size changes, the second has it drawn. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
