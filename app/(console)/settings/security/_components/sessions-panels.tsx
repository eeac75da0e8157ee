import { sessionRow } from '@/components/sessions/session-row.ts';
import { SessionsTable } from '@/components/sessions/sessions-table.tsx';
import { SignOutOthersButton } from '@/components/sessions/sign-out-others-button.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import type { Context } from '@/lib/context.ts';
import { mayManage } from '@/lib/domain/members/standing.ts';
import { listMemberSessions, listOwnSessions } from '@/lib/domain/sessions/data.ts';
import { mostSessions } from '@/lib/domain/sessions/schema.ts';
import { SectionHead } from './section-head.tsx';

/** The browsers that the person is signed in with. */
export async function OwnSessions({ ctx, sessionId }: { ctx: Context; sessionId: string }) {
  const sessions = await listOwnSessions(ctx);
  return (
    <section className="grid grid-cols-1 gap-3">
      <SectionHead
        title="Your sessions"
        description="One that nobody uses for a week ends by itself, and every one after thirty days."
        action={sessions.length > 1 && <SignOutOthersButton />}
      />
      <SessionsTable
        label="Your sessions"
        sessions={sessions.map((session) => {
          const isCurrent = session.id === sessionId;
          return sessionRow(session, { member: null, isCurrent, isManaged: !isCurrent });
        })}
      />
    </section>
  );
}

/** The browsers that the other members are signed in with. */
export async function MemberSessions({ ctx }: { ctx: Context }) {
  const sessions = await listMemberSessions(ctx);
  const isCut = sessions.length === mostSessions;
  return (
    <section className="grid grid-cols-1 gap-3">
      <SectionHead
        title="Sessions of the other members"
        description={isCut ? `The ${mostSessions} that were seen last.` : 'In whichever organisation they look at.'}
      />
      {sessions.length === 0 ? (
        <Card>
          <Empty
            className="py-8"
            title="Nobody else is signed in"
            description="Browsers of other members are listed here."
          />
        </Card>
      ) : (
        <SessionsTable
          label="Sessions of the other members"
          sessions={sessions.map((session) =>
            sessionRow(session, {
              member: session.member.name,
              isCurrent: false,
              isManaged: mayManage(ctx.actor, session.member.role),
            }),
          )}
        />
      )}
    </section>
  );
}
