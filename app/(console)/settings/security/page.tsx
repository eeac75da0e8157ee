import type { Metadata } from 'next';
import { Suspense } from 'react';
import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';
import { ChangePasswordForm } from '@/components/sessions/change-password-form.tsx';
import { Card, CardContent } from '@/components/ui/card.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { SettingsPart } from '../_components/settings-part.tsx';
import { KeysPanel } from './_components/keys-panel.tsx';
import { SectionHead } from './_components/section-head.tsx';
import { MemberSessions, OwnSessions } from './_components/sessions-panels.tsx';

export const metadata: Metadata = { title: 'Security' };

export default async function SecurityPage() {
  const { ctx, sessionId, user } = await requireSession();
  return (
    <SettingsPart title="Security" description="Who is signed in, and what opens what is stored.">
      <div className="mt-1 grid grid-cols-1 gap-8">
        <Suspense fallback={<TableSkeleton columns={4} rows={2} />}>
          <OwnSessions ctx={ctx} sessionId={sessionId} />
        </Suspense>
        {may(ctx.actor, 'members.write') && (
          <Suspense fallback={<TableSkeleton columns={4} rows={4} />}>
            <MemberSessions ctx={ctx} />
          </Suspense>
        )}
        {may(ctx.actor, 'api-keys.write') && (
          <Suspense fallback={<TableSkeleton columns={3} rows={2} />}>
            <KeysPanel ctx={ctx} />
          </Suspense>
        )}
        <section className="grid grid-cols-1 gap-3">
          <SectionHead title="Your password" description="Changing it signs your other browsers out." />
          <Card>
            <CardContent>
              <ChangePasswordForm email={user.email} />
            </CardContent>
          </Card>
        </section>
      </div>
    </SettingsPart>
  );
}
