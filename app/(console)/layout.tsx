import {
  BookOpen,
  Building2,
  History,
  KeyRound,
  LayoutDashboard,
  Link2,
  RefreshCw,
  Settings,
  Ticket,
  Webhook,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { LiveMark } from '@/components/live/live-mark.tsx';
import { LiveProvider } from '@/components/live/live-provider.tsx';
import { RefreshOn } from '@/components/live/refresh-on.tsx';
import { CommandField } from '@/components/search/command-field.tsx';
import { AppShell } from '@/components/shell/app-shell.tsx';
import { CommandsProvider } from '@/components/shell/commands.tsx';
import type { NavGroup } from '@/components/shell/nav.ts';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { signOut, switchOrganisation } from '@/lib/domain/sessions/actions.ts';
import { farCommands, subPages } from './_components/commands.ts';

const nav: NavGroup[] = [
  {
    label: 'Operate',
    items: [
      { href: '/', label: 'Overview', icon: <LayoutDashboard />, also: ['/incidents'] },
      { href: '/companies', label: 'Companies', icon: <Building2 /> },
      { href: '/invite-links', label: 'Invite links', icon: <Link2 /> },
      { href: '/syncs', label: 'Syncs', icon: <RefreshCw /> },
    ],
  },
  {
    label: 'Build',
    items: [
      { href: '/api-reference', label: 'API', icon: <BookOpen /> },
      { href: '/api-keys', label: 'API keys', icon: <KeyRound /> },
      { href: '/access-tokens', label: 'Access tokens', icon: <Ticket /> },
      { href: '/webhooks', label: 'Webhooks', icon: <Webhook /> },
    ],
  },
  {
    label: 'Organise',
    items: [
      { href: '/settings', label: 'Settings', icon: <Settings /> },
      { href: '/audit', label: 'Audit', icon: <History /> },
    ],
  },
];

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const { ctx, user, role } = session;
  const organisation = {
    current: { id: String(session.organisation.id), name: session.organisation.name },
    organisations: session.organisations.map(({ id, name }) => ({ id: String(id), name })),
    onSwitch,
  };
  return (
    <LiveProvider organisationId={session.organisation.id} renderedAt={ctx.now.getTime()}>
      <CommandsProvider>
        <AppShell
          nav={nav}
          organisation={organisation}
          member={{
            name: user.name,
            email: user.email,
            role: role.charAt(0).toUpperCase() + role.slice(1),
            onSignOut: signOut,
          }}
          tools={
            <>
              <LiveMark />
              <CommandField
                nav={nav}
                subPages={subPages()}
                far={farCommands.filter(({ needs }) => may(ctx.actor, needs)).map(({ command }) => command)}
                organisation={organisation}
                onSignOut={signOut}
              />
            </>
          }
        >
          <RefreshOn topics={['organisation']} />
          {children}
        </AppShell>
      </CommandsProvider>
    </LiveProvider>
  );
}

async function onSwitch(organisationId: string): Promise<void> {
  'use server';
  await switchOrganisation({ organisationId: Number(organisationId) });
}
