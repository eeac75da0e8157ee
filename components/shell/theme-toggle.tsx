'use client';

import { Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { Button } from '../ui/button.tsx';

/** Switches between light and dark; "as the system" is a choice of the member menu. */
export function ThemeToggle() {
  const { resolvedTheme, setTheme } = useTheme();
  // Both icons are in the page and CSS shows one: the server does not know the theme.
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label="Switch between light and dark"
      title="Switch between light and dark"
      onClick={() => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark')}
    >
      <Moon aria-hidden className="dark:hidden" />
      <Sun aria-hidden className="hidden dark:block" />
    </Button>
  );
}
