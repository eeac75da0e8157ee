'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState, useTransition } from 'react';
import { RowLink } from '@/components/data-table/row-link.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { Button, buttonVariants } from '@/components/ui/button.tsx';
import { CopyField } from '@/components/ui/copy-field.tsx';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Select } from '@/components/ui/select.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import type { Integration, IntegrationCategory } from '@/db/schema/enums.ts';
import { createInviteLink } from '@/lib/domain/invite-links/actions.ts';
import { expiryChoices, expiryDate, readPlatformChoice } from './link-form.ts';

export interface PlatformOption {
  integration: Integration;
  name: string;
  category: IntegrationCategory;
}

interface Made {
  companyId: number;
  companyName: string;
  url: string;
}

const categoryNames: Record<IntegrationCategory, string> = {
  ACCOUNTING: 'Any accounting platform',
  PAYMENTS: 'Any payments platform',
  ECOMMERCE: 'Any shop platform',
};

/** Company name, platform or category, sync-from and expiry; then the link to copy. */
export function CreateInviteLinkDialog({ platforms, onClose }: { platforms: PlatformOption[]; onClose: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        {made ? (
          <LinkMade made={made} onClose={onClose} />
        ) : (
          <LinkForm platforms={platforms} onMade={setMade} onClose={onClose} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function LinkForm({
  platforms,
  onMade,
  onClose,
}: {
  platforms: PlatformOption[];
  onMade: (made: Made) => void;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const categories = [...new Set(platforms.map((platform) => platform.category))];

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const syncFrom = String(data.get('syncFrom') ?? '');
    const expiresAt = expiryDate(String(data.get('expires')), new Date());
    startTransition(async () => {
      const result = await createInviteLink({
        companyName: String(data.get('companyName') ?? ''),
        ...readPlatformChoice(String(data.get('platform'))),
        ...(syncFrom ? { syncFrom: `${syncFrom}T00:00:00.000Z` } : {}),
        ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}),
      });
      if (result.ok) {
        await Promise.all(['companies', 'invite-links'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
        onMade(result.data);
        return;
      }
      const byField = result.issues.map((issue) => [issue.path, issue.message] as const);
      setProblems(byField.length > 0 ? Object.fromEntries(byField) : { form: result.message });
    });
  };

  return (
    <form onSubmit={submit} className="grid gap-5" noValidate>
      <DialogHeader>
        <DialogTitle>Invite a company</DialogTitle>
        <DialogDescription>
          You get a link to send to your customer. They choose what to connect; you never see their password.
        </DialogDescription>
      </DialogHeader>
      {problems.form && <Alert tone="danger">{problems.form}</Alert>}
      <Field id="link-company" label="Company name" error={problems.companyName}>
        {(control) => <Input {...control} name="companyName" maxLength={255} autoComplete="off" required />}
      </Field>
      <Field
        id="link-platform"
        label="Platform"
        help="With a category, your customer chooses the platform."
        error={problems.integration ?? problems.integrationCategory}
      >
        {(control) => (
          <Select {...control} name="platform" defaultValue={categories[0] ? `category:${categories[0]}` : undefined}>
            {categories.map((category) => (
              <option key={category} value={`category:${category}`}>
                {categoryNames[category]}
              </option>
            ))}
            {platforms.map(({ integration, name }) => (
              <option key={integration} value={integration}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field
          id="link-sync-from"
          label="Sync from"
          optional
          help="Older invoices and payments are left out."
          error={problems.syncFrom}
        >
          {(control) => <Input {...control} name="syncFrom" type="date" />}
        </Field>
        <Field id="link-expires" label="Link works for" error={problems.expiresAt}>
          {(control) => (
            <Select {...control} name="expires" defaultValue="30">
              {expiryChoices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pending={pending} pendingLabel="Creating…">
          Create link
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}

function LinkMade({ made, onClose }: { made: Made; onClose: () => void }) {
  return (
    <div className="grid gap-5">
      <DialogHeader>
        <DialogTitle>The link for {made.companyName} is ready</DialogTitle>
        <DialogDescription>
          Send it to your customer. It also works later, when they need to connect again.
        </DialogDescription>
      </DialogHeader>
      <CopyField value={made.url} label="Invite link" />
      <DialogFooter>
        <RowLink href={`/companies/${made.companyId}`} className={buttonVariants()}>
          Open the company
        </RowLink>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogFooter>
    </div>
  );
}
