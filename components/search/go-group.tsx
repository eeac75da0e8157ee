import { ArrowRight, Building, LogOut, SunMoon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import type { ReactNode } from 'react';
import type { NavGroup } from '../shell/nav.ts';
import type { OrganisationSwitcherProps } from '../shell/organisation-switcher.tsx';
import { CommandGroup, CommandItem } from './command-item.tsx';
import { hasWords } from './has-words.ts';

interface NavPage {
  href: string;
  label: string;
  icon?: ReactNode;
}

/** Screens, organisations, the theme and the way out. */
export function GoGroup({
  words,
  nav,
  subPages,
  organisation,
  onSignOut,
  onRun,
}: {
  words: string;
  nav: NavGroup[];
  subPages: { href: string; label: string }[];
  organisation: OrganisationSwitcherProps;
  onSignOut: () => Promise<void>;
  onRun: (work: () => void) => void;
}) {
  const router = useRouter();
  const { resolvedTheme, setTheme } = useTheme();
  const theme = resolvedTheme === 'dark' ? 'light' : 'dark';
  const sections: NavPage[] = nav.flatMap(({ items }) => items);
  // Too many to be shown before something is typed.
  const pages: NavPage[] = words === '' ? sections : [...sections, ...subPages];
  const screens = pages.filter(({ label }) => hasWords(`Go to ${label}`, words));
  const others = organisation.organisations.filter(
    ({ id, name }) => id !== organisation.current.id && hasWords(`Switch organisation ${name}`, words),
  );
  const hasTheme = hasWords(`Use the ${theme} theme`, words);
  const hasSignOut = hasWords('Sign out log out', words);
  return (
    <>
      {screens.length > 0 && (
        <CommandGroup heading="Go to">
          {screens.map((page) => (
            <CommandItem
              key={page.href}
              value={`go ${page.href}`}
              icon={page.icon ?? <ArrowRight aria-hidden />}
              onSelect={() => onRun(() => router.push(page.href))}
            >
              {page.label}
            </CommandItem>
          ))}
        </CommandGroup>
      )}
      {(others.length > 0 || hasTheme || hasSignOut) && (
        <CommandGroup heading="You">
          {others.map(({ id, name }) => (
            <CommandItem
              key={id}
              value={`organisation ${id}`}
              icon={<Building aria-hidden />}
              onSelect={() => onRun(() => void organisation.onSwitch(id))}
            >
              Switch to {name}
            </CommandItem>
          ))}
          {hasTheme && (
            <CommandItem value="theme" icon={<SunMoon aria-hidden />} onSelect={() => onRun(() => setTheme(theme))}>
              Use the {theme} theme
            </CommandItem>
          )}
          {hasSignOut && (
            <CommandItem value="sign out" icon={<LogOut aria-hidden />} onSelect={() => onRun(() => void onSignOut())}>
              Sign out
            </CommandItem>
          )}
        </CommandGroup>
      )}
    </>
  );
}
