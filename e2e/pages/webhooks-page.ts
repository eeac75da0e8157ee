import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './choose.ts';
import { DataTable } from './data-table.ts';

/** Programs that are told what happens, and what each was told. */
export class WebhooksPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page): Promise<WebhooksPage> {
    await page.goto('/webhooks');
    return new WebhooksPage(page).shown();
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
    await expect(this.#tab('Endpoints')).toHaveAttribute('aria-current', 'page');
    return this;
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  async add(): Promise<WebhookDialog> {
    await this.page.getByRole('button', { name: 'Add a webhook' }).first().click();
    return new WebhookDialog(this.page.getByRole('dialog')).shown();
  }

  /** Chooses an entry of a webhook's menu. */
  async act(name: string, action: string): Promise<void> {
    await choose(this.page.getByRole('button', { name: `Actions for ${name}` }), action);
  }

  async edit(name: string): Promise<WebhookDialog> {
    await this.act(name, 'Edit');
    return new WebhookDialog(this.page.getByRole('dialog')).shown();
  }

  async sendTest(name: string): Promise<DeliveryPage> {
    await this.act(name, 'Send a test');
    return new DeliveryPage(this.page).shown();
  }

  async deliveries(): Promise<DeliveriesPage> {
    await this.#tab('Deliveries').click();
    return new DeliveriesPage(this.page).shown();
  }

  #tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Webhooks' }).getByRole('link', { name });
  }
}

/** The form of a webhook. */
export class WebhookDialog {
  readonly dialog: Locator;
  readonly name: Locator;
  readonly address: Locator;

  constructor(dialog: Locator) {
    this.dialog = dialog;
    this.name = dialog.getByLabel('Name', { exact: true });
    this.address = dialog.getByLabel('Address');
  }

  async shown(): Promise<this> {
    await expect(this.name).toBeVisible();
    return this;
  }

  async chooseEvents(label: string): Promise<void> {
    await this.dialog.getByLabel('Events').selectOption({ label });
  }

  /** Narrows the events to one topic more. */
  async only(topic: string): Promise<void> {
    await this.dialog.getByText(topic, { exact: true }).click();
  }

  async addHeader(name: string, value: string): Promise<void> {
    await this.dialog.getByText('Headers and signature').click();
    await this.dialog.getByRole('button', { name: 'Add a header' }).click();
    await this.dialog.getByLabel('Name of header 1').fill(name);
    await this.dialog.getByLabel('Value of header 1').fill(value);
  }

  async submit(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^(Add webhook|Save)$/ }).click();
  }

  /** The signing key, which is shown this once; closes the dialog. */
  async takeKey(): Promise<string> {
    const key = await this.dialog.getByRole('textbox', { name: 'Signing key' }).inputValue();
    await this.dialog.getByRole('button', { name: 'Done' }).click();
    await expect(this.dialog).toHaveCount(0);
    return key;
  }
}

/** Everything that was sent or is to be. */
export class DeliveriesPage {
  readonly page: Page;
  readonly table: DataTable;

  constructor(page: Page) {
    this.page = page;
    this.table = new DataTable(page, 'deliveries', '');
  }

  async shown(): Promise<this> {
    await expect(this.page).toHaveURL(/\/webhooks\/deliveries/);
    return this;
  }

  async openNewest(): Promise<DeliveryPage> {
    await this.table.names.first().click();
    return new DeliveryPage(this.page).shown();
  }
}

/** One delivery with payload and tries. */
export class DeliveryPage {
  readonly page: Page;
  readonly payload: Locator;

  constructor(page: Page) {
    this.page = page;
    this.payload = page.getByRole('region', { name: 'Payload' });
  }

  async shown(): Promise<this> {
    await expect(this.payload).toBeVisible();
    return this;
  }

  /** Its state in words: the pill beside the heading. */
  async isIn(state: string): Promise<void> {
    await expect(this.page.locator('[data-slot=status-pill]').first()).toHaveText(state);
  }

  attempt(number: number): Locator {
    return this.page
      .getByRole('region', { name: 'Tries of this delivery' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell', { name: String(number), exact: true }) });
  }

  async replay(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Replay|Send now)$/ }).click();
  }
}
