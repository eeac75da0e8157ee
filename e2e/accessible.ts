import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const themes = ['light', 'dark'] as const;

/** Whatever axe finds on the page as it stands, in both themes unless said otherwise. */
export async function expectAccessible(
  page: Page,
  inThemes: readonly (typeof themes)[number][] = themes,
): Promise<void> {
  for (const colorScheme of inThemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
    );
    expect(found, `${page.url()}, ${colorScheme}`).toEqual([]);
  }
}

/** Nothing sticks out at the side of a phone's screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overhang, `${page.url()} is too wide for a phone`).toBeLessThanOrEqual(0);
}
