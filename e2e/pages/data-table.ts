import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './choose.ts';

/** What every list with search, filters and pages has. */
export class DataTable {
  readonly page: Page;
  /** Plural, as in "companies". */
  readonly noun: string;
  readonly search: Locator;
  /** "1–50 of 51 companies". */
  readonly count: Locator;

  constructor(page: Page, noun: string, searchLabel: string) {
    this.page = page;
    this.noun = noun;
    this.search = page.getByRole('searchbox', { name: searchLabel });
    this.count = page.getByRole('navigation', { name: `Pages of ${noun}` }).getByRole('status');
  }

  row(name: string | RegExp): Locator {
    return this.#table.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** The links that name the rows, in their order: in the first column, or behind that of the boxes. */
  get names(): Locator {
    return this.#table.locator('td:first-child, td:has([type=checkbox]) + td').getByRole('link');
  }

  async searchFor(words: string): Promise<void> {
    await this.search.fill(words);
  }

  /** Switches a value of a filter on or off. */
  async filter(label: string, value: string): Promise<void> {
    await this.#chip(label).click();
    await this.page.getByRole('menuitemcheckbox', { name: value, exact: true }).click();
    // A menu of several values stays open for the next one.
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  /** The chip says what it filters by. */
  chip(label: string, value: string): Locator {
    return this.page.getByRole('button', { name: `${label} ${value}`, exact: true });
  }

  async removeFilter(label: string): Promise<void> {
    await this.page.getByRole('button', { name: `Remove filter ${label}` }).click();
  }

  async sortBy(column: string): Promise<void> {
    await this.#table.getByRole('button', { name: column, exact: true }).click();
  }

  columnHead(column: string): Locator {
    return this.#table.getByRole('columnheader', { name: column });
  }

  /** Takes a column in or out. */
  async showColumn(column: string, shown: boolean): Promise<void> {
    await this.#display.click();
    const item = this.page.getByRole('menuitemcheckbox', { name: column, exact: true });
    await expect(item).toHaveAttribute('aria-checked', String(!shown));
    await item.click();
    await expect(item).toHaveAttribute('aria-checked', String(shown));
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  usualColumns(): Promise<void> {
    return choose(this.#display, 'The usual columns');
  }

  async chooseHeight(height: 'Comfortable' | 'Compact'): Promise<void> {
    await this.#display.click();
    await this.page.getByRole('menuitemradio', { name: height }).click();
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  async choosePageSize(rows: number): Promise<void> {
    await this.#display.click();
    await this.page.getByRole('menuitemradio', { name: String(rows), exact: true }).click();
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  /** Downloads all that matches; answers where the file lies. */
  async export(): Promise<string> {
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: 'Export CSV' }).click();
    return (await downloading).path();
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next', exact: true }).click();
  }

  async previous(): Promise<void> {
    await this.page.getByRole('button', { name: 'Previous', exact: true }).click();
  }

  get #table(): Locator {
    return this.page.getByRole('table');
  }

  get #display(): Locator {
    return this.page.getByRole('button', { name: 'Display', exact: true });
  }

  #chip(label: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${label}( |$)`) });
  }
}
