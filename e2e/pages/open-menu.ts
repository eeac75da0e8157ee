import { expect, type Locator, type Page } from '@playwright/test';

/** A menu that stands open. */
export class OpenMenu {
  readonly page: Page;
  readonly menu: Locator;

  constructor(page: Page) {
    this.page = page;
    this.menu = page.getByRole('menu');
  }

  /** Opens the menu of the button of that name. */
  static async of(page: Page, button: string | RegExp): Promise<OpenMenu> {
    const opened = new OpenMenu(page);
    await page.getByRole('button', { name: button, exact: true }).first().click();
    await expect(opened.menu).toBeVisible();
    return opened;
  }

  /** An entry, of whichever kind it is. */
  item(name: string): Locator {
    return this.menu.locator('[role^=menuitem]').filter({ hasText: new RegExp(`^${name}$`) });
  }

  /** Closes it without choosing, and waits until it is gone: a press while it closes would not open another one. */
  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.menu).toHaveCount(0);
  }
}
