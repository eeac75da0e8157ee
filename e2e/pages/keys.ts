import { expect, type Locator, type Page } from '@playwright/test';

/** More than any screen takes from its top to its end. */
const patience = 150;

/** Somebody who works by the keyboard alone. Whatever they come to has the focus and shows it, else the test fails. */
export class Keys {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses Tab until the focus is there. */
  async to(goal: Locator): Promise<void> {
    await this.#reach(goal, 'Tab');
  }

  /** Presses Shift and Tab until the focus is there. */
  async backTo(goal: Locator): Promise<void> {
    await this.#reach(goal, 'Shift+Tab');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Goes to a button or link and presses it. */
  async use(goal: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(goal);
    await this.press(key);
  }

  /** Goes to a field and types; what stood there is gone. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.to(field);
    await this.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
    await expect(field).toHaveValue(text);
  }

  /** Goes to a select and types the words of an option. */
  async select(field: Locator, label: string): Promise<void> {
    await this.to(field);
    await this.page.keyboard.type(label);
    await expect(field.locator('option:checked')).toHaveText(label);
  }

  /** Goes to the chosen one of some radio buttons and on to another by the arrows. */
  async pick(group: Locator, name: string | RegExp): Promise<void> {
    const radio = group.getByRole('radio', { name });
    await this.to(group.getByRole('radio', { checked: true }));
    for (let press = 0; press < 12 && !(await radio.isChecked()); press += 1) await this.press('ArrowDown');
    await expect(radio).toBeChecked();
    await expect(radio).toBeFocused();
  }

  /** Opens the menu of a button, goes down to an entry and takes it. */
  async choose(button: Locator, entry: string | RegExp, options: { stays?: boolean } = {}): Promise<void> {
    const menu = this.page.getByRole('menu');
    await this.use(button);
    await expect(menu).toBeVisible();
    const item = menu.locator('[role^=menuitem]').filter({ hasText: entry });
    for (let press = 0; press < 30 && !(await isFocused(item)); press += 1) await this.press('ArrowDown');
    await expect(item).toBeFocused();
    await expect(item).toHaveAttribute('data-highlighted', '');
    await this.press('Enter');
    if (options.stays) await this.press('Escape');
    await expect(menu).toHaveCount(0);
  }

  /** The focus is there, and can be seen. */
  async isAt(goal: Locator): Promise<void> {
    await expect(goal).toBeFocused();
    expect(await this.page.evaluate(focusedUnseen), 'what has the focus and does not show it').toBeNull();
  }

  /** The focus is somewhere on the page: what had it went, or was done, and the next Tab goes on from there. */
  async isHeld(): Promise<void> {
    await expect(this.page.locator('body:focus-within')).toHaveCount(1);
  }

  /** Tab goes round inside of it. */
  async isShutIn(dialog: Locator): Promise<void> {
    for (let press = 0; press < 6; press += 1) {
      await this.press('Tab');
      await expect(dialog.locator(':focus')).toHaveCount(1);
    }
  }

  async #reach(goal: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> {
    await expect(goal).toBeVisible();
    for (let press = 0; !(await isFocused(goal)); press += 1) {
      if (press === patience) throw new Error(`${patience} times ${key} did not lead to ${goal}`);
      await this.press(key);
    }
    await this.isAt(goal);
    // Before the page's script has come to it, it hears no keys.
    await expect.poll(() => goal.evaluate(hearsKeys)).toBe(true);
  }
}

const isFocused = (goal: Locator): Promise<boolean> => goal.evaluate((element) => element === document.activeElement);

/** React keeps what an element does beside it, from the moment that it has taken the element over. */
const hearsKeys = (element: Element): boolean => Object.keys(element).some((name) => name.startsWith('__reactProps'));

/** What has the focus, when neither it, nor its card, nor what a link spreads over its row has an outline or a ring. */
export function focusedUnseen(): string | null {
  const element = document.activeElement;
  // The main part is where a page begins, and no control.
  if (!element || element === document.body || element.tagName === 'MAIN') return null;
  const looks = [getComputedStyle(element), getComputedStyle(element, '::after')];
  const card = element.closest('label');
  const isSeen = [...looks, ...(card ? [getComputedStyle(card)] : [])].some(
    ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
  );
  return isSeen ? null : element.outerHTML.slice(0, 200);
}
