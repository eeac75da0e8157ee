import type { Locator, Page } from '@playwright/test';

/** What the console says after something was done. */
export const toasts = (page: Page): Locator => page.getByRole('region', { name: /^Notifications/ });
