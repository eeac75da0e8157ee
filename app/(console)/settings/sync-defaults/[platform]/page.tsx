import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { defaultRows } from '@/components/sync-defaults/default-row.ts';
import { DefaultsTable } from '@/components/sync-defaults/defaults-table.tsx';
import { PassOnButton } from '@/components/sync-defaults/pass-on-button.tsx';
import { Card, CardHeader } from '@/components/ui/card.tsx';
import { ChoiceLinks } from '@/components/ui/choice-links.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { countCompanies } from '@/lib/domain/companies/data.ts';
import { availablePlatforms } from '@/lib/domain/connections/available.ts';
import { listSyncDefaults } from '@/lib/domain/sync-defaults/data.ts';
import { formatCount } from '@/lib/format/number.ts';
import { onlyOperators, SettingsPart } from '../../_components/settings-part.tsx';
import { defaultsPath, platformSlug } from '../platform-path.ts';

export const metadata: Metadata = { title: 'Sync defaults' };

/** What companies of one platform are set to when they connect. */
export default async function PlatformDefaultsPage({ params }: { params: Promise<{ platform: string }> }) {
  const [{ ctx }, { platform: slug }] = await Promise.all([requireSession(), params]);
  const platforms = availablePlatforms();
  const platform = platforms.find((one) => platformSlug(one.integration) === slug);
  if (!platform) notFound();
  const { integration, name, models, scopes } = platform;
  const [defaults, companies] = await Promise.all([
    listSyncDefaults(ctx, { integration }),
    countCompanies(ctx, { integration: [integration] }),
  ]);
  const dated = models.filter((one) => one.honoursSyncFrom).map(({ model }) => model);
  const rows = defaultRows(defaults, dated);
  const mayChange = may(ctx.actor, 'sync-config.write');
  return (
    <SettingsPart
      title="Sync defaults"
      description="What companies of a platform are set to when they connect. What is set at a company stays."
      note={mayChange ? null : onlyOperators}
    >
      <Card>
        <CardHeader className="pb-2">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <ChoiceLinks
              label="Platform"
              current={integration}
              choices={platforms.map((one) => ({
                value: one.integration,
                label: one.name,
                href: defaultsPath(one.integration),
              }))}
            />
            <Link
              href={`/companies?platform=${integration}`}
              className="focus-ring rounded-sm text-muted-foreground text-xs hover:text-foreground hover:underline"
            >
              {formatCount(companies, 'company', 'companies')}
            </Link>
          </div>
          {mayChange && (
            <PassOnButton integration={integration} platform={name} models={rows.map(({ dataModel }) => dataModel)} />
          )}
        </CardHeader>
        <DefaultsTable
          integration={integration}
          platform={name}
          rows={rows}
          offeredScopes={scopes}
          mayChange={mayChange}
        />
      </Card>
    </SettingsPart>
  );
}
