import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './choose.ts';

/** What is read of a company, how often and from when. */
export class ModelsTab {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('table', { name: 'Models' })).toBeVisible();
    return this;
  }

  row(model: string): Locator {
    return this.page
      .getByRole('table', { name: 'Models' })
      .getByRole('row')
      .filter({ has: this.page.getByText(model, { exact: true }) });
  }

  toggle(model: string): Locator {
    return this.page.getByRole('switch', { name: `Sync ${model.toLowerCase()}`, exact: true });
  }

  /** The question that shows what a switch touches. */
  question(model: string, to: 'on' | 'off'): Locator {
    return this.page.getByRole('alertdialog', { name: `Switch ${model.toLowerCase()} ${to}?` });
  }

  /** Switches a model, having seen what that touches. */
  async switch(model: string, to: 'on' | 'off'): Promise<void> {
    await this.toggle(model).click();
    await this.question(model, to)
      .getByRole('button', { name: `Switch ${to}` })
      .click();
    await expect(this.question(model, to)).toHaveCount(0);
  }

  async act(model: string, action: string): Promise<void> {
    await choose(this.page.getByRole('button', { name: `Actions for ${model.toLowerCase()}`, exact: true }), action);
  }

  async edit(model: string): Promise<ModelDialog> {
    await this.act(model, 'Edit schedule and range');
    return new ModelDialog(this.page, model).shown();
  }
}

/** How often one model is read, and from when. */
export class ModelDialog {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page, model: string) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: model, exact: true });
  }

  async shown(): Promise<this> {
    await expect(this.dialog).toBeVisible();
    return this;
  }

  get interval(): Locator {
    return this.dialog.getByLabel('Every', { exact: true });
  }

  async fill(schedule: { every: string; unit: string }): Promise<void> {
    await this.interval.fill(schedule.every);
    await this.dialog.getByLabel('Unit').selectOption({ label: schedule.unit });
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save' }).click();
  }

  async saved(): Promise<ModelsTab> {
    await expect(this.dialog).toHaveCount(0);
    return new ModelsTab(this.page);
  }
}
