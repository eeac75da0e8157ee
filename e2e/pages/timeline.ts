import { expect, type Locator, type Page } from '@playwright/test';

/** What happened to a company, on its overview. */
export class Timeline {
  readonly page: Page;
  readonly entries: Locator;

  constructor(page: Page) {
    this.page = page;
    this.entries = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem');
  }

  entry(text: string | RegExp): Locator {
    return this.entries.filter({ hasText: text });
  }

  /** Shows one kind of entries, or those of some people. */
  async choose(group: 'What is shown' | 'By whom', choice: string): Promise<void> {
    const link = this.page.getByRole('navigation', { name: group }).getByRole('link', { name: choice, exact: true });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'true');
  }
}
