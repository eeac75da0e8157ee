'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog.tsx';
import { Disclosure } from '@/components/ui/disclosure.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Select } from '@/components/ui/select.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { toast } from '@/components/ui/toast.ts';
import { type Integration, type WebhookType, webhookTypes } from '@/db/schema/enums.ts';
import { createWebhook, updateWebhook } from '@/lib/domain/webhooks/actions.ts';
import { HeadersField } from './headers-field.tsx';
import { TopicsField } from './topics-field.tsx';
import { readWebhookForm, webhookProblems } from './webhook-form-values.ts';
import type { WebhookRow } from './webhook-row.ts';
import { webhookTypeWords } from './webhook-words.ts';

export interface PlatformOption {
  integration: Integration;
  name: string;
}

interface WebhookFormProps {
  /** Null: a new one. */
  webhook: WebhookRow | null;
  platforms: PlatformOption[];
  onMade: (signingKey: string) => void;
  onClose: () => void;
}

/** Name, address and which events; what few need is folded. */
export function WebhookForm({ webhook, platforms, onMade, onClose }: WebhookFormProps) {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = readWebhookForm(new FormData(event.currentTarget));
    startTransition(async () => {
      const result = webhook ? await updateWebhook({ webhookId: webhook.id, ...values }) : await createWebhook(values);
      if (!result.ok) return setProblems(webhookProblems(result));
      if (result.data) return onMade(result.data.signingKey);
      toast.success(`${values.name} is saved`);
      onClose();
    });
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-5" noValidate>
      <DialogHeader>
        <DialogTitle>{webhook ? `Edit ${webhook.name}` : 'Add a webhook'}</DialogTitle>
        <DialogDescription>Each event is sent as a signed POST, and tried again for 24 hours.</DialogDescription>
      </DialogHeader>
      {problems.form && <Alert tone="danger">{problems.form}</Alert>}
      <Field id="webhook-name" label="Name" error={problems.name}>
        {(control) => (
          <Input
            {...control}
            name="name"
            defaultValue={webhook?.name}
            maxLength={100}
            autoComplete="off"
            placeholder="Billing service"
            required
          />
        )}
      </Field>
      <Field id="webhook-url" label="Address" error={problems.url}>
        {(control) => (
          <Input
            {...control}
            name="url"
            type="url"
            inputMode="url"
            defaultValue={webhook?.url}
            autoComplete="off"
            placeholder="https://example.com/hooks/ledgerline"
            required
          />
        )}
      </Field>
      <EventFields webhook={webhook} platforms={platforms} problems={problems} />
      <OptionFields webhook={webhook} problems={problems} />
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pending={pending} pendingLabel="Saving…">
          {webhook ? 'Save' : 'Add webhook'}
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}

interface PartProps {
  webhook: WebhookRow | null;
  problems: Record<string, string>;
}

/** Which events: their type, of whom, and what narrows them. */
function EventFields({ webhook, platforms, problems }: PartProps & { platforms: PlatformOption[] }) {
  const [type, setType] = useState<WebhookType>(webhook?.webhookType ?? 'DATA_MODEL_CHANGES');
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field id="webhook-type" label="Events" help={webhookTypeWords[type].when} error={problems.webhookType}>
          {(control) => (
            <Select
              {...control}
              name="webhookType"
              value={type}
              onChange={(event) => setType(event.target.value as WebhookType)}
            >
              {webhookTypes.map((one) => (
                <option key={one} value={one}>
                  {webhookTypeWords[one].label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="webhook-integration" label="Of companies on" error={problems.integration}>
          {(control) => (
            <Select {...control} name="integration" defaultValue={webhook?.integration ?? ''}>
              <option value="">Every platform</option>
              {withOwn(platforms, webhook).map(({ integration, name }) => (
                <option key={integration} value={integration}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <TopicsField
        key={type}
        type={type}
        chosen={webhook?.webhookType === type ? webhook.topics : []}
        error={problems.topics}
      />
    </>
  );
}

/** The platforms to choose from, the webhook's own among them also where it can't be connected here. */
function withOwn(platforms: PlatformOption[], webhook: WebhookRow | null): PlatformOption[] {
  const own = webhook?.integration;
  if (!own || platforms.some((one) => one.integration === own)) return platforms;
  return [...platforms, { integration: own, name: own }];
}

/** What few need, folded while there is none of it. */
function OptionFields({ webhook, problems }: PartProps) {
  const isUsed = webhook !== null && (webhook.headerNames.length > 0 || webhook.signatureHeader !== null);
  return (
    <Disclosure summary="Headers and signature" open={isUsed || Boolean(problems.headers) || undefined}>
      <div className="grid grid-cols-1 gap-5">
        <HeadersField stored={webhook?.headerNames ?? []} error={problems.headers} />
        <Field
          id="webhook-signature"
          label="Header of the hex signature"
          optional
          help="Hex HMAC-SHA256 of the body. Left empty, it is X-RootFi-Signature."
          error={problems.signatureHeader}
        >
          {(control) => (
            <Input
              {...control}
              name="signatureHeader"
              defaultValue={webhook?.signatureHeader ?? ''}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
      </div>
    </Disclosure>
  );
}
