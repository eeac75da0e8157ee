import { expect, type Locator, type Page } from '@playwright/test';

/** Every run of a company. */
export class SyncsTab {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('region', { name: 'syncs, table' })).toBeVisible();
    return this;
  }

  /** The runs, newest first. */
  get runs(): Locator {
    return this.page
      .getByRole('table')
      .getByRole('row')
      .filter({ has: this.page.getByRole('link') });
  }

  /** Shows one kind of runs alone. */
  async filterBy(kind: 'Reads' | 'Writes'): Promise<void> {
    await this.page.getByRole('button', { name: /^Kind( |$)/ }).click();
    await this.page.getByRole('menuitemcheckbox', { name: kind, exact: true }).click();
    // While it closes, the next press of its button would only close it.
    await expect(this.page.getByRole('menu')).toHaveCount(0);
    await expect(this.page.getByRole('button', { name: `Kind ${kind}`, exact: true })).toBeVisible();
  }

  async openNewest(): Promise<RunPage> {
    await this.runs.first().getByRole('link').click();
    return new RunPage(this.page).shown();
  }
}

/** One run with what each model came to. */
export class RunPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 2, name: /^(Sync|Write) of / })).toBeVisible();
    return this;
  }

  /** What was written, record by record. */
  get written(): Locator {
    return this.page.getByRole('list', { name: 'Written records' }).locator(':scope > li');
  }

  /** The cells of a model: outcome, new, changed, unchanged, deleted, kept aside, pages, took. */
  cells(model: string): Locator {
    return this.page
      .getByRole('table', { name: 'Models of this sync' })
      .getByRole('row')
      .filter({ has: this.page.getByText(model, { exact: true }) })
      .getByRole('cell');
  }
}
