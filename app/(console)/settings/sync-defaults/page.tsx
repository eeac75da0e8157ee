import { redirect } from 'next/navigation';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { availablePlatforms } from '@/lib/domain/connections/available.ts';
import { SettingsPart } from '../_components/settings-part.tsx';
import { defaultsPath } from './platform-path.ts';

/** Leads to the first platform. */
export default function SyncDefaultsPage() {
  const [first] = availablePlatforms();
  if (first) redirect(defaultsPath(first.integration));
  return (
    <SettingsPart title="Sync defaults" description="What companies of a platform are set to when they connect.">
      <Card>
        <Empty title="No platform to set" description="This installation has no platform that a company can connect." />
      </Card>
    </SettingsPart>
  );
}
