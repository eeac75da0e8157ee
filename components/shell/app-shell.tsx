import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { DensityProvider } from '../data-table/density.tsx';
import { densityCookie, densityOf } from '../data-table/density-cookie.ts';
import { MemberMenu, type MemberMenuProps } from './member-menu.tsx';
import type { NavGroup } from './nav.ts';
import { OrganisationSwitcher, type OrganisationSwitcherProps } from './organisation-switcher.tsx';
import { ShellFrame } from './shell-frame.tsx';
import { Sidebar } from './sidebar.tsx';
import { sidebarCookie, sidebarFolded } from './sidebar-cookie.ts';
import { ThemeToggle } from './theme-toggle.tsx';
import { TopBar } from './top-bar.tsx';

export interface AppShellProps {
  /** Only pages that exist. */
  nav: NavGroup[];
  organisation: OrganisationSwitcherProps;
  member: MemberMenuProps;
  /** In the top bar before the theme, such as a command field. */
  tools?: ReactNode;
  children: ReactNode;
}

/**
 * The frame of the console: sidebar, top bar, page. A server component; actions come as props.
 *
 * @example
 * <AppShell
 *   nav={[{ label: 'Operate', items: [{ href: '/', label: 'Overview', icon: <LayoutDashboard /> }] }]}
 *   organisation={{ current, organisations, onSwitch: switchOrganisation }}
 *   member={{ name, email, role: 'Owner', onSignOut: signOut }}
 * >
 *   {children}
 * </AppShell>
 */
export async function AppShell({ nav, organisation, member, tools, children }: AppShellProps) {
  const jar = await cookies();
  const folded = jar.get(sidebarCookie)?.value === sidebarFolded;
  const head = <OrganisationSwitcher {...organisation} />;
  return (
    <ShellFrame defaultFolded={folded}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-primary px-3 py-2 text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <Sidebar groups={nav} head={head} />
      <div className="flex min-h-dvh min-w-0 flex-col">
        <TopBar groups={nav} head={head}>
          {tools}
          <ThemeToggle />
          <MemberMenu {...member} />
        </TopBar>
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
          <DensityProvider initial={densityOf(jar.get(densityCookie)?.value)}>{children}</DensityProvider>
        </main>
      </div>
    </ShellFrame>
  );
}
