import { expect, type Locator, type Page } from '@playwright/test';

/** What programs of the JSON:API and Connector dialects show to be let in. */
export class AccessTokensPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page): Promise<AccessTokensPage> {
    await page.goto('/access-tokens');
    return new AccessTokensPage(page).shown();
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Access tokens' })).toBeVisible();
    return this;
  }

  /** Rows begin with the name; a token's also names its client. */
  row(kind: 'JSON:API tokens' | 'Connector access tokens' | 'Connector clients', name: string): Locator {
    return this.page.getByRole('table', { name: kind }).getByRole('row', { name: new RegExp(`^${name}\\b`) });
  }

  async create(): Promise<TokenDialog> {
    await this.page.getByRole('button', { name: 'Create token' }).click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    return new TokenDialog(dialog);
  }

  /** `name` as its button says it: a client is `the client Desk`. */
  async revoke(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Revoke ${name}`, exact: true }).click();
    const question = this.page.getByRole('alertdialog', { name: `Revoke ${name}?` });
    await question.getByRole('button', { name: 'Revoke' }).click();
    await expect(question).toHaveCount(0);
  }
}

/** The form of a token, then what was made. */
export class TokenDialog {
  readonly dialog: Locator;
  readonly name: Locator;

  constructor(dialog: Locator) {
    this.dialog = dialog;
    this.name = dialog.getByLabel('Name', { exact: true });
  }

  async choose(option: 'JSON:API' | 'Connector' | 'Read and write' | 'Read only'): Promise<void> {
    await this.dialog.getByRole('radio', { name: option }).check();
  }

  chain(name: string): Locator {
    return this.dialog.getByRole('checkbox', { name });
  }

  async submit(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Create token' }).click();
  }

  /** What is shown this once, by its label. */
  async shown(label: string): Promise<string> {
    return this.dialog.getByRole('textbox', { name: label, exact: true }).inputValue();
  }

  async done(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done' }).click();
    await expect(this.dialog).toHaveCount(0);
  }
}
