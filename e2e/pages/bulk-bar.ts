import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './choose.ts';

/** The bar that stands at the bottom while rows are chosen. */
export class BulkBar {
  readonly page: Page;
  /** Plural, as in "companies". */
  readonly noun: string;
  /** "2 companies chosen". */
  readonly count: Locator;

  constructor(page: Page, noun = 'companies') {
    this.page = page;
    this.noun = noun;
    this.count = this.#bar.getByRole('status');
  }

  async choosePage(): Promise<void> {
    await this.page.getByRole('checkbox', { name: 'Choose all on this page' }).click();
    await expect(this.#bar).toBeVisible();
  }

  button(name: string): Locator {
    return this.#bar.getByRole('button', { name, exact: true });
  }

  /** Asks for one of the usual actions; answers its dialog. */
  async ask(action: string): Promise<Locator> {
    await this.button(action).click();
    return this.#dialog();
  }

  /** Asks for one of the others. */
  async askMore(action: string): Promise<Locator> {
    await choose(this.button('More'), action);
    return this.#dialog();
  }

  async #dialog(): Promise<Locator> {
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    return dialog;
  }

  get #bar(): Locator {
    return this.page.getByRole('region', { name: `Chosen ${this.noun}` });
  }
}
