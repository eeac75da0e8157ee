import type { ReactNode } from 'react';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { SideNav, type SideNavGroup } from '@/components/ui/side-nav.tsx';
import { hasSandbox } from '@/lib/domain/connections/fault-door.ts';

const parts: SideNavGroup[] = [
  {
    label: 'Organisation',
    items: [
      { href: '/settings/organisation', label: 'Organisation' },
      { href: '/settings/members', label: 'Members' },
      { href: '/settings/security', label: 'Security' },
      { href: '/settings/branding', label: 'Branding' },
    ],
  },
  { label: 'Syncs', items: [{ href: '/settings/sync-defaults', label: 'Sync defaults' }] },
  {
    label: 'Companies',
    items: [
      { href: '/settings/chains', label: 'Chains' },
      { href: '/settings/subsidiaries', label: 'Subsidiaries' },
      { href: '/settings/tax-rates', label: 'Tax rates' },
      { href: '/settings/document-types', label: 'Document types' },
      { href: '/settings/projects', label: 'Projects' },
      { href: '/settings/custom-fields', label: 'Custom fields' },
    ],
  },
];

/** Where there is a sandbox to fail. */
const practice: SideNavGroup = { label: 'Practice', items: [{ href: '/settings/fault-lab', label: 'Fault lab' }] };

/** What holds for the whole organisation, part by part. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <PageBody>
      <PageHead title="Settings" description="What holds for the whole organisation." />
      <div className="grid min-w-0 grid-cols-1 gap-x-8 gap-y-5 lg:grid-cols-[10rem_minmax(0,1fr)]">
        <SideNav label="Settings" groups={hasSandbox() ? [...parts, practice] : parts} className="self-start" />
        {children}
      </div>
    </PageBody>
  );
}
