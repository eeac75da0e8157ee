import type { ReactNode } from 'react';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { SideNav } from '@/components/ui/side-nav.tsx';
import { settingsParts } from './_components/parts.ts';

/** What holds for the whole organisation, part by part. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <PageBody>
      <PageHead title="Settings" description="What holds for the whole organisation." />
      <div className="grid min-w-0 grid-cols-1 gap-x-8 gap-y-5 lg:grid-cols-[10rem_minmax(0,1fr)]">
        <SideNav label="Settings" groups={settingsParts()} className="self-start" />
        {children}
      </div>
    </PageBody>
  );
}
