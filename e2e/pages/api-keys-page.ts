import { expect, type Locator, type Page } from '@playwright/test';

/** What programs show to be let in. */
export class ApiKeysPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page): Promise<ApiKeysPage> {
    await page.goto('/api-keys');
    return new ApiKeysPage(page).shown();
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'API keys' })).toBeVisible();
    return this;
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  /** Makes a key and returns it; it is shown this once. `company` limits it to that one. */
  async create(
    name: string,
    access: 'Read and write' | 'Read only' = 'Read and write',
    company?: string,
  ): Promise<string> {
    await this.page.getByRole('button', { name: 'Create key' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('radio', { name: access }).check();
    if (company) {
      await dialog.getByRole('radio', { name: 'Only some' }).check();
      await dialog.getByRole('searchbox', { name: 'Search companies' }).fill(company);
      await dialog.getByRole('checkbox', { name: company }).check();
    }
    await dialog.getByRole('button', { name: 'Create key' }).click();
    return this.#copy();
  }

  /** Makes the successor of a key and returns it. */
  async rotate(name: string): Promise<string> {
    await this.page.getByRole('button', { name: `Rotate ${name}` }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Rotate key' }).click();
    return this.#copy();
  }

  async #copy(): Promise<string> {
    const dialog = this.page.getByRole('dialog');
    const key = await dialog.getByRole('textbox', { name: 'API key' }).inputValue();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(dialog).toHaveCount(0);
    return key;
  }

  async revoke(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Revoke ${name}` }).click();
    const question = this.page.getByRole('alertdialog', { name: `Revoke ${name}?` });
    await question.getByRole('button', { name: 'Revoke' }).click();
    await expect(question).toHaveCount(0);
  }
}
