import Link from 'next/link';
import { FunnelRow } from '@/components/invite-links/funnel-row.tsx';
import { reachedLabel } from '@/components/invite-links/step-words.ts';
import { CardContent } from '@/components/ui/card.tsx';
import { inviteSteps } from '@/db/schema/enums.ts';
import { failureGuides } from '@/lib/connectors/errors.ts';
import type { Context } from '@/lib/context.ts';
import { platformName } from '@/lib/domain/connections/available.ts';
import { type FunnelReason, inviteFunnel } from '@/lib/domain/invite-links/funnel.ts';

const made = '90d';
const linksOf = (reached: readonly string[]) => `/invite-links?made=${made}&reached=${reached.join(',')}`;

/** How far customers come with their links, where they stop, and of what; every number leads to its links. */
export async function InviteFunnelPanel({ ctx }: { ctx: Context }) {
  const funnel = await inviteFunnel(ctx, { made });
  if (funnel.made === 0) {
    return (
      <CardContent>
        <p className="py-6 text-center text-muted-foreground">No link was made in the last 90 days.</p>
      </CardContent>
    );
  }
  return (
    <CardContent className="grid gap-4">
      <ol className="grid gap-2">
        {funnel.stoppedAt.map(({ step, count }, at) => (
          <FunnelRow
            key={step ?? 'made'}
            label={step ? reachedLabel(step) : 'Made'}
            count={step ? funnel.reached[step] : funnel.made}
            of={funnel.made}
            href={linksOf(step ? inviteSteps.slice(at - 1) : ['NOT_OPENED', ...inviteSteps])}
            stopped={step === 'FIRST_RECORD' ? null : { count, href: linksOf([step ?? 'NOT_OPENED']) }}
          />
        ))}
      </ol>
      {funnel.reasons.length > 0 && <Reasons reasons={funnel.reasons} />}
    </CardContent>
  );
}

function Reasons({ reasons }: { reasons: FunnelReason[] }) {
  return (
    <section className="border-t pt-3">
      <h3 className="mb-1 text-muted-foreground text-xs">
        Why they stopped at the{' '}
        <Link
          href={linksOf(['PLATFORM_CHOSEN'])}
          className="focus-ring inline-flex min-h-6 items-center rounded-sm underline underline-offset-2"
        >
          sign-in
        </Link>
      </h3>
      <ul>
        {reasons.map(({ failureClass, integration, count }) => (
          <li key={`${failureClass} ${integration}`} className="flex justify-between gap-3">
            <span className="min-w-0">
              {failureGuides[failureClass].label}{' '}
              <span className="text-muted-foreground">{platformName(integration)}</span>
            </span>
            <span className="num">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
