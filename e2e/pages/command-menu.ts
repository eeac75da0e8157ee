import { expect, type Locator, type Page } from '@playwright/test';

/** The menu that goes anywhere and does anything. */
export class CommandMenu {
  readonly page: Page;
  readonly dialog: Locator;
  readonly input: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Search or do anything' });
    this.input = this.dialog.getByRole('combobox');
  }

  /** Opens it by its keys, on any screen. */
  static async open(page: Page): Promise<CommandMenu> {
    // The page hears keys once its script runs, which the field's own state shows.
    const field = page.getByRole('button', { name: 'Search or do anything' });
    const menu = new CommandMenu(page);
    await expect(async () => {
      if (await field.and(page.locator('[aria-expanded="false"]')).isVisible()) await page.keyboard.press('Control+k');
      await expect(menu.input).toBeFocused({ timeout: 2_000 });
    }).toPass();
    return menu;
  }

  option(name: string | RegExp): Locator {
    return this.dialog.getByRole('option', { name });
  }

  /** Types words and runs the line of that name with Enter, as the keyboard does. */
  async run(words: string, name: string | RegExp): Promise<void> {
    await this.input.fill(words);
    const option = this.option(name);
    await expect(option).toBeVisible();
    for (let press = 0; press < 12 && (await option.getAttribute('aria-selected')) !== 'true'; press += 1) {
      await this.page.keyboard.press('ArrowDown');
    }
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await this.page.keyboard.press('Enter');
  }
}
