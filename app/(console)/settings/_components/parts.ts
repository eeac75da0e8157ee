import type { SideNavGroup } from '@/components/ui/side-nav.tsx';
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

/** The pages of the settings, under their headings. */
export const settingsParts = (): SideNavGroup[] => (hasSandbox() ? [...parts, practice] : parts);
