import { Button } from '@/components/ui/button.tsx';
import { CopyField } from '@/components/ui/copy-field.tsx';
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';
import { Label } from '@/components/ui/label.tsx';
import type { CreatedAccessToken } from '@/lib/domain/access-tokens/schema.ts';

/** What was made, this once: everything that the program needs to know. */
export function TokenMade({ made, onDone }: { made: CreatedAccessToken; onDone: () => void }) {
  return (
    <div className="grid grid-cols-1 gap-5">
      <DialogHeader>
        <DialogTitle>Copy what the program needs now</DialogTitle>
        <DialogDescription>Tokens are stored as digests only and can't be shown again.</DialogDescription>
      </DialogHeader>
      <div className="grid grid-cols-1 gap-3">
        {valuesOf(made).map(({ label, value, sentAs }) => (
          <div key={label} className="grid grid-cols-1 gap-1.5">
            <span className="flex items-baseline justify-between gap-2">
              <Label>{label}</Label>
              <code className="code text-muted-foreground">{sentAs}</code>
            </span>
            <CopyField value={value} label={label} />
          </div>
        ))}
      </div>
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </div>
  );
}

/** By the names under which each dialect is sent them. */
function valuesOf(made: CreatedAccessToken): { label: string; value: string; sentAs: string }[] {
  if (made.dialect === 'jsonapi') {
    return [
      { label: 'Token', value: made.token, sentAs: 'X-Auth-Token' },
      { label: 'Organisation id', value: String(made.organizationId), sentAs: 'X-Organization-Id' },
    ];
  }
  const client = made.clientToken ? [{ label: 'Client token', value: made.clientToken, sentAs: 'ClientToken' }] : [];
  return [
    ...client,
    { label: 'Access token', value: made.accessToken, sentAs: 'AccessToken' },
    ...(made.chainIds.length > 1
      ? [{ label: 'Chain ids', value: made.chainIds.join(', '), sentAs: 'ChainIds' }]
      : [{ label: 'Chain id', value: made.chainIds.join(), sentAs: 'ChainId' }]),
  ];
}
