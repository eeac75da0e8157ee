import { expect, type Locator } from '@playwright/test';

/**
 * Opens a menu by its button and chooses an entry. Waits until the menu is gone: a press while it closes does not open
 * it again. A list that was just being refreshed takes an open menu away; then the button is pressed once more.
 */
export async function choose(button: Locator, entry: string): Promise<void> {
  const page = button.page();
  const menu = page.getByRole('menu');
  await expect(async () => {
    if ((await menu.count()) === 0) await button.click();
    const item = page.getByRole('menuitem', { name: entry, exact: true });
    await expect(item).toBeVisible({ timeout: 3_000 });
    // A click that is given up may have done its work, and a second one finds the entry gone.
    await item.click({ timeout: 15_000 });
  }).toPass();
  await expect(menu).toHaveCount(0);
}
