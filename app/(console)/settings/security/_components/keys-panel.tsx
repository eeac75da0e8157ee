import Link from 'next/link';
import { Card, CardContent } from '@/components/ui/card.tsx';
import { Fact, Facts } from '@/components/ui/facts.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { Context } from '@/lib/context.ts';
import { keyRotation } from '@/lib/domain/key-rotation/data.ts';
import type { KeyRotation, KeysInUse } from '@/lib/domain/key-rotation/schema.ts';
import { formatCount, formatNumber } from '@/lib/format/number.ts';
import { SectionHead } from './section-head.tsx';

/** How old what opens the organisation's data is, and whether every stored secret opens. */
export async function KeysPanel({ ctx }: { ctx: Context }) {
  const { apiKeys, accessTokens, webhooks, sealing } = await keyRotation(ctx);
  return (
    <section className="grid grid-cols-1 gap-3">
      <SectionHead title="Keys" description="What programs are let in with, and what secrets are stored under." />
      <Card>
        <CardContent className="grid gap-5">
          <Facts>
            <KeysFact label="API keys" href="/api-keys" keys={apiKeys} />
            <KeysFact label="Access tokens" href="/access-tokens" keys={accessTokens} />
            <KeysFact label="Webhook signing keys" href="/webhooks" keys={webhooks} />
          </Facts>
          <SealingKey sealing={sealing} />
        </CardContent>
      </Card>
    </section>
  );
}

function KeysFact({ label, href, keys }: { label: string; href: string; keys: KeysInUse }) {
  return (
    <Fact label={label}>
      <Link href={href} className="focus-ring rounded-sm font-medium hover:underline">
        {keys.count === 0 ? 'None in use' : `${formatNumber(keys.count)} in use`}
      </Link>
      {keys.oldest && (
        <span className="block text-muted-foreground text-xs">
          The oldest made <RelativeTime value={keys.oldest} />
        </span>
      )}
      {keys.replaced > 0 && (
        <span className="block text-muted-foreground text-xs">
          {formatNumber(keys.replaced)} being replaced, still working
        </span>
      )}
    </Fact>
  );
}

function SealingKey({ sealing: { keyId, opens, foreign } }: { sealing: KeyRotation['sealing'] }) {
  return (
    <div className="grid gap-1 border-t pt-4">
      <p className="text-muted-foreground text-xs">
        Sealing key, made from <code className="code">SECRET_KEY</code>
      </p>
      <p>
        <code className="code">{keyId}</code>
      </p>
      {foreign === 0 ? (
        <StatusText tone="success">It opens all {formatCount(opens, 'stored secret', 'stored secrets')}</StatusText>
      ) : (
        <>
          <StatusText tone="danger">
            {formatCount(foreign, 'stored secret', 'stored secrets')} of {opens + foreign} need another key
          </StatusText>
          <p className="text-muted-foreground text-xs">
            Start with the former SECRET_KEY, or let those companies reconnect and make those webhooks anew.
          </p>
        </>
      )}
    </div>
  );
}
