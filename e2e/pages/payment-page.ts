import { expect, type Locator, type Page } from '@playwright/test';

/** The form that writes a payment, and then how it goes. */
export class PaymentPage {
  readonly page: Page;
  readonly amount: Locator;
  /** The states of the payment that was sent. */
  readonly progress: Locator;

  constructor(page: Page) {
    this.page = page;
    this.amount = page.getByLabel(/^Amount/);
    this.progress = page.getByRole('list', { name: 'The payment', exact: true });
  }

  async shown(): Promise<this> {
    await expect(this.check).toBeVisible();
    return this;
  }

  /** Finds one among the records by what it is known by. */
  async choose(field: 'Invoice' | 'Account that received it', search: string): Promise<void> {
    await this.page.getByLabel(field, { exact: true }).click();
    const panel = this.page.getByRole('dialog', { name: /^Choose an/ });
    await panel.getByRole('searchbox').fill(search);
    await panel.getByRole('button').filter({ hasText: search }).click();
    await expect(panel).toHaveCount(0);
  }

  get check(): Locator {
    return this.page.getByRole('button', { name: 'Check with Sandbox' });
  }

  get send(): Locator {
    return this.page.getByRole('button', { name: /^Send payment of/ });
  }

  /** What is open now, is paid, and is open then. */
  get balance(): Locator {
    return this.page.getByRole('group', { name: 'Balance of the invoice' });
  }
}
