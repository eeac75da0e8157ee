import { headers } from 'next/headers';
import { openInviteLink } from '@/lib/auth/invite-link-gate.ts';
import { getCompany } from '@/lib/domain/companies/data.ts';
import { availablePlatforms } from '@/lib/domain/connections/available.ts';
import { linkProgress } from '@/lib/domain/connections/data.ts';
import { getInviteLink } from '@/lib/domain/invite-links/data.ts';
import { recordOpening } from '@/lib/domain/invite-links/opening.ts';
import { ClosedLink } from './_components/closed-link.tsx';
import { ConnectHead } from './_components/connect-head.tsx';
import { ConnectedStep } from './_components/connected-step.tsx';
import { PlatformStep } from './_components/platform-step.tsx';
import { ProgressStep } from './_components/progress-step.tsx';
import { SignInStep } from './_components/sign-in-step.tsx';

interface Props {
  params: Promise<{ inviteLinkId: string }>;
  searchParams: Promise<{ platform?: string; reconnect?: string }>;
}

/** The customer's page: choose a platform, sign in, watch the first sync, and later see the state and disconnect. */
export default async function ConnectPage({ params, searchParams }: Props) {
  const [{ inviteLinkId }, { platform, reconnect }] = await Promise.all([params, searchParams]);
  const access = await openInviteLink(inviteLinkId, { requestId: crypto.randomUUID(), now: new Date() });
  if (access.state !== 'open') return <ClosedLink access={access} />;
  const { ctx, companyId } = access;
  await recordOpening(ctx, { inviteLinkId, isNavigation: await isNavigation() });
  const [company, link, progress] = await Promise.all([
    getCompany(ctx, { companyId }),
    getInviteLink(ctx, { inviteLinkId }),
    linkProgress(ctx, { companyId }),
  ]);
  const fixed = company.connection?.integration ?? link.integration;
  const platforms = availablePlatforms(link.integrationCategory).filter((one) => !fixed || one.integration === fixed);
  const chosen = fixed ? platforms[0] : platforms.find((one) => one.integration === platform);
  const isConnected = company.connection !== null && company.connection.status !== 'DISCONNECTED';

  return (
    <>
      <ConnectHead
        organisationName={access.organisationName}
        companyName={access.companyName}
        step={isConnected && !reconnect ? (progress.isActive ? 2 : 3) : chosen ? 1 : 0}
      />
      {isConnected && company.connection && chosen && !reconnect ? (
        progress.isActive ? (
          <ProgressStep inviteLinkId={inviteLinkId} platform={chosen.name} progress={progress} />
        ) : (
          <ConnectedStep
            inviteLinkId={inviteLinkId}
            connection={company.connection}
            platform={chosen}
            progress={progress}
            redirectUrl={link.redirectUrl}
          />
        )
      ) : chosen ? (
        <SignInStep inviteLinkId={inviteLinkId} platform={chosen} canChoose={!fixed && platforms.length > 1} />
      ) : (
        <PlatformStep inviteLinkId={inviteLinkId} platforms={platforms} />
      )}
    </>
  );
}

/** A person came here. Refreshes and actions don't ask for a document; Next hides the headers it marks them with. */
async function isNavigation(): Promise<boolean> {
  return (await headers()).get('accept')?.includes('text/html') ?? false;
}
