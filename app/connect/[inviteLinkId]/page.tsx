import { headers } from 'next/headers';
import { fill } from '@/components/connections/words/words.ts';
import { Stepper } from '@/components/ui/stepper.tsx';
import { type InviteLinkAccess, openInviteLink } from '@/lib/auth/invite-link-gate.ts';
import { definitionIn } from '@/lib/connectors/definitions.ts';
import { getCompany } from '@/lib/domain/companies/data.ts';
import { availablePlatforms } from '@/lib/domain/connections/available.ts';
import { linkProgress, linkReading } from '@/lib/domain/connections/data.ts';
import { getInviteLink } from '@/lib/domain/invite-links/data.ts';
import { recordOpening, recordPlatformSeen } from '@/lib/domain/invite-links/opening.ts';
import { loadReader } from '../_components/load-reader.ts';
import { ClosedLink } from './_components/closed-link.tsx';
import { ConnectHead } from './_components/connect-head.tsx';
import { ConnectHelp } from './_components/connect-help.tsx';
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
  const [{ inviteLinkId }, asked, reader] = await Promise.all([params, searchParams, loadReader()]);
  const access = await openInviteLink(inviteLinkId, { requestId: crypto.randomUUID(), now: new Date() });
  if (access.state !== 'open') return <ClosedLink access={access} reader={reader} />;
  await recordOpening(access.ctx, { inviteLinkId, isNavigation: await isNavigation() });
  const { words, language } = reader;
  const { step, content } = await currentStep(access, inviteLinkId, asked);
  const { platform, signIn, firstSync, label, done } = words.steps;
  return (
    <>
      <ConnectHead
        host={access.host}
        purpose={fill(words.page.forCompany, { company: access.companyName })}
        language={language}
      />
      <Stepper steps={[platform, signIn, firstSync]} current={step} label={label} doneLabel={done} />
      {content}
      <ConnectHelp host={access.host} reader={reader} />
    </>
  );
}

type OpenLink = Extract<InviteLinkAccess, { state: 'open' }>;

/** Where the customer is (0 platform, 1 sign-in, 2 first sync, 3 done), and what they see there. */
async function currentStep(
  { ctx, companyId, host }: OpenLink,
  inviteLinkId: string,
  asked: Awaited<Props['searchParams']>,
) {
  const [reader, { connection }, link, progress] = await Promise.all([
    loadReader(),
    getCompany(ctx, { companyId }),
    getInviteLink(ctx, { inviteLinkId }),
    linkProgress(ctx, { companyId }),
  ]);
  const { words, language } = reader;
  const fixed = connection?.integration ?? link.integration;
  const platforms = availablePlatforms(link.integrationCategory)
    .filter((one) => !fixed || one.integration === fixed)
    .map((definition) => definitionIn(language, definition));
  const platform = fixed ? platforms[0] : platforms.find((one) => one.integration === asked.platform);
  const common = { inviteLinkId, organisation: host.name, reader };

  if (!platform) {
    const category = link.integrationCategory;
    const content = <PlatformStep {...{ inviteLinkId, category, platforms, words: words.choose }} />;
    return { step: 0, content };
  }
  if (!connection || connection.status === 'DISCONNECTED' || asked.reconnect) {
    await recordPlatformSeen(ctx, link);
    const wasDisconnected = connection?.status === 'DISCONNECTED';
    const canChoose = !fixed && platforms.length > 1;
    return { step: 1, content: <SignInStep {...common} {...{ platform, canChoose, wasDisconnected }} /> };
  }
  if (progress.isActive) {
    const content = <ProgressStep {...{ inviteLinkId, progress, platform: platform.name, words: words.progress }} />;
    return { step: 2, content };
  }
  const models = await linkReading(ctx, { companyId });
  const { redirectUrl } = link;
  return { step: 3, content: <ConnectedStep {...common} {...{ connection, platform, models, redirectUrl }} /> };
}

/** A person came here. Refreshes and actions don't ask for a document; Next hides the headers it marks them with. */
async function isNavigation(): Promise<boolean> {
  return (await headers()).get('accept')?.includes('text/html') ?? false;
}
