import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './choose.ts';

/** Settings, Members: who belongs to the organisation, and who is invited. */
export class MembersPage {
  readonly page: Page;
  readonly dialog: Locator;
  readonly question: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.question = page.getByRole('alertdialog');
  }

  static async open(page: Page): Promise<MembersPage> {
    await page.goto('/settings/members');
    return new MembersPage(page).shown();
  }

  async shown(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 2, name: 'Members' })).toBeVisible();
    return this;
  }

  /** A member, by e-mail address. */
  member(email: string): Locator {
    return this.page.getByRole('table', { name: 'Members' }).getByRole('row').filter({ hasText: email });
  }

  invitation(email: string): Locator {
    return this.page.getByRole('table', { name: 'Invitations' }).getByRole('row').filter({ hasText: email });
  }

  /** Invites somebody and answers the link. */
  async invite(email: string, role: string): Promise<string> {
    await this.page.getByRole('button', { name: 'Invite a member' }).click();
    await this.dialog.getByLabel('E-mail').fill(email);
    await this.dialog.getByRole('radio', { name: new RegExp(`^${role}\\b`) }).check();
    await this.dialog.getByRole('button', { name: 'Make the link' }).click();
    return this.readLink('Invitation link');
  }

  /** Reads the link that the dialog shows, this once, and closes it. */
  async readLink(label: string): Promise<string> {
    const field = this.dialog.getByLabel(label, { exact: true });
    await expect(field).toBeVisible();
    const link = await field.inputValue();
    await this.dialog.getByRole('button', { name: 'Done' }).click();
    await expect(this.dialog).toHaveCount(0);
    return link;
  }

  /** Says yes to the question, and waits until it is done: an open question hides the tables behind it. */
  async confirm(verb: string): Promise<void> {
    await this.question.getByRole('button', { name: verb }).click();
    await expect(this.question).toHaveCount(0);
  }

  /** Chooses from a member's menu, by their name. */
  async act(name: string, action: string): Promise<void> {
    await choose(this.page.getByRole('button', { name: `Actions for ${name}`, exact: true }), action);
  }
}
