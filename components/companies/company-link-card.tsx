import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card.tsx';
import { CopyField } from '@/components/ui/copy-field.tsx';
import { DateTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { Tone } from '@/components/ui/tone.ts';
import type { InviteLinkStatus } from '@/db/schema/enums.ts';
import type { CompanyView } from '@/lib/domain/companies/schema.ts';
import { formatCount } from '@/lib/format/number.ts';

const states: Record<InviteLinkStatus, { label: string; tone: Tone }> = {
  PENDING: { label: 'Waiting for your customer', tone: 'neutral' },
  CONNECTED: { label: 'Connected', tone: 'success' },
  EXPIRED: { label: 'Expired', tone: 'warning' },
  REVOKED: { label: 'Revoked', tone: 'neutral' },
};

/** The customer's door: its state, and the address while it works. */
export function CompanyLinkCard({ link, url }: { link: CompanyView['inviteLink']; url: string | null }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>Invite link</CardTitle>
        {link && <StatusText tone={states[link.status].tone}>{states[link.status].label}</StatusText>}
      </CardHeader>
      <CardContent className="grid gap-2">
        {url && <CopyField value={url} label="Invite link" />}
        {link ? (
          <p className="text-muted-foreground text-xs">
            {link.openedCount > 0 ? `Opened ${formatCount(link.openedCount, 'time', 'times')}` : 'Not opened yet'}
            {url && link.status === 'CONNECTED' && ' · it also reconnects'}
            {link.expiresAt && link.status !== 'CONNECTED' && link.status !== 'REVOKED' && (
              <>
                {link.status === 'EXPIRED' ? ' · expired ' : ' · works until '}
                <DateTime value={link.expiresAt} />
              </>
            )}
          </p>
        ) : (
          <p className="text-muted-foreground">No link was made for this company.</p>
        )}
      </CardContent>
    </Card>
  );
}
