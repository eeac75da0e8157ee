import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './choose.ts';

/** The menu of a list's saved views. */
export class ViewsMenu {
  readonly page: Page;
  /** Named by the open view. */
  readonly button: Locator;

  constructor(page: Page) {
    this.page = page;
    this.button = page.locator('[data-slot=saved-views]');
  }

  /** Keeps what is shown under a name. */
  async save(name: string, options: { forAll?: boolean } = {}): Promise<void> {
    await choose(this.button, 'Save as a view…');
    const dialog = this.page.getByRole('dialog', { name: 'Save as a view' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    if (options.forAll) await dialog.getByRole('checkbox', { name: 'For all members of the organisation' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
  }
}
