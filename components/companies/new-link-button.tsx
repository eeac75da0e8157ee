'use client';

import { Link2 } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import type { Integration, IntegrationCategory } from '@/db/schema/enums.ts';
import { createInviteLink } from '@/lib/domain/invite-links/actions.ts';
import { copyLink } from './copy-link.ts';
import { useAct } from './use-act.ts';

const dayMs = 86_400_000;
const worksForDays = 30;

/** The next step of a company without a link that works: makes one like the first and copies it. */
export function NewLinkButton({
  companyId,
  integration,
  integrationCategory,
  syncFrom,
  variant = 'primary',
  onMade,
}: {
  companyId: number;
  integration: Integration | null;
  integrationCategory: IntegrationCategory;
  syncFrom: string | null;
  variant?: 'primary' | 'secondary';
  /** Once there is one. */
  onMade?: () => void;
}) {
  const [pending, act] = useAct();
  const make = () =>
    act(async () => {
      const result = await createInviteLink({
        companyId,
        ...(integration ? { integration } : { integrationCategory }),
        ...(syncFrom ? { syncFrom } : {}),
        expiresAt: new Date(Date.now() + worksForDays * dayMs).toISOString(),
      });
      if (result.ok) await copyLink(result.data.url);
      if (result.ok) onMade?.();
      return result;
    }, `A new link is ready; it works for ${worksForDays} days`);
  return (
    <Button variant={variant} disabled={pending} aria-busy={pending} onClick={make}>
      <Link2 aria-hidden />
      Make a new link
    </Button>
  );
}
