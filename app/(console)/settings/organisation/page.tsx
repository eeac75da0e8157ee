import type { Metadata } from 'next';
import { OrganisationForm } from '@/components/organisation/organisation-form.tsx';
import { Card, CardContent } from '@/components/ui/card.tsx';
import { Fact, Facts } from '@/components/ui/facts.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { getOrganisation } from '@/lib/domain/organisations/data.ts';
import { timeZoneNames } from '@/lib/format/time-zone.ts';
import { SettingsPart } from '../_components/settings-part.tsx';

export const metadata: Metadata = { title: 'Organisation' };

export default async function OrganisationPage() {
  const { ctx } = await requireSession();
  const { id, name, timeZone, createdAt } = await getOrganisation(ctx);
  const mayChange = may(ctx.actor, 'organisation.write');
  return (
    <SettingsPart
      title="Organisation"
      description="What it is called, and where it is."
      note={mayChange ? null : 'Changing it needs the role admin or owner.'}
    >
      <Card>
        <CardContent className="grid gap-6">
          <Facts>
            {!mayChange && <Fact label="Name">{name}</Fact>}
            {!mayChange && <Fact label="Time zone">{timeZone.replaceAll('_', ' ')}</Fact>}
            <Fact label="Organisation id">
              <span className="code">{id}</span>
            </Fact>
            <Fact label="Since">
              <DateTime value={createdAt} />
            </Fact>
          </Facts>
          {mayChange && (
            <OrganisationForm
              key={`${name} ${timeZone}`}
              name={name}
              timeZone={timeZone}
              zones={timeZoneNames(timeZone)}
            />
          )}
        </CardContent>
      </Card>
    </SettingsPart>
  );
}
