'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { formProblems, unanswered } from '@/components/settings/form-problems.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { CopyButton } from '@/components/ui/copy-button.tsx';
import { CopyField } from '@/components/ui/copy-field.tsx';
import { DialogFooter } from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { RelativeTime } from '@/components/ui/relative-time.tsx';
import { SubmitButton } from '@/components/ui/submit-button.tsx';
import { Textarea } from '@/components/ui/textarea.tsx';
import { toast } from '@/components/ui/toast.ts';
import { sendCustomerMessage } from '@/lib/domain/customer-messages/actions.ts';
import type { CustomerMessage } from '@/lib/domain/customer-messages/schema.ts';
import { NewLinkButton } from './new-link-button.tsx';

/** Whom to, what about, and the text; sent from here, or copied where no mail is sent. */
export function CustomerMessageForm({
  companyId,
  message,
  onNewLink,
  onClose,
}: {
  companyId: number;
  message: CustomerMessage;
  /** A new link was made. */
  onNewLink: () => void;
  onClose: () => void;
}) {
  const [text, setText] = useState(message.text);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [pending, startTransition] = useTransition();
  const { url, newLink, recipients, sendsMail, last } = message;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const recipient = String(form.get('recipient') ?? '');
    startTransition(async () => {
      const input = { companyId, recipient, subject: String(form.get('subject') ?? ''), text };
      const result = await sendCustomerMessage(input).catch(unanswered);
      if (!result.ok) return setProblems(formProblems(result));
      toast.success(`The message to ${recipient} is on its way`);
      onClose();
    });
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4" noValidate>
      {problems.form && <Alert tone="danger">{problems.form}</Alert>}
      {sendsMail && (
        <Field id="message-recipient" label="To" error={problems.recipient} help={last && <LastMessage last={last} />}>
          {(control) => (
            <>
              <Input
                {...control}
                name="recipient"
                type="email"
                list="message-recipients"
                defaultValue={recipients[0] ?? last?.recipient ?? ''}
                placeholder="name@customer.com"
                autoComplete="off"
                maxLength={255}
              />
              <datalist id="message-recipients">
                {recipients.map((address) => (
                  <option key={address} value={address} />
                ))}
              </datalist>
            </>
          )}
        </Field>
      )}
      <Field id="message-subject" label="Subject" error={problems.subject}>
        {(control) => (
          <Input {...control} name="subject" defaultValue={message.subject} maxLength={200} autoComplete="off" />
        )}
      </Field>
      <Field id="message-text" label="Message" error={problems.text} help="The link below is added at its end.">
        {(control) => (
          <Textarea
            {...control}
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={10}
            maxLength={5000}
          />
        )}
      </Field>
      {url ? (
        <CopyField value={url} label="Link" />
      ) : (
        <Alert
          tone="warning"
          action={
            newLink && <NewLinkButton companyId={companyId} {...newLink} variant="secondary" onMade={onNewLink} />
          }
        >
          The company has no link that works.
        </Alert>
      )}
      {!sendsMail && <p className="text-muted-foreground text-xs">{noMail}</p>}
      <DialogFooter>
        <CopyButton
          value={url ? `${text}\n\n${url}` : text}
          label="Copy message"
          showLabel
          variant={sendsMail ? 'secondary' : 'primary'}
        />
        {sendsMail && (
          <SubmitButton pending={pending} pendingLabel="Sending…" disabled={!url}>
            Send by mail
          </SubmitButton>
        )}
      </DialogFooter>
    </form>
  );
}

const noMail = 'This installation sends no mail: SMTP_URL is not set. Copy the message and send it as you usually do.';

const states = { QUEUED: 'is on its way', SENT: 'was sent', FAILED: 'could not be delivered' };

const LastMessage = ({ last }: { last: NonNullable<CustomerMessage['last']> }) => (
  <>
    The last one, to {last.recipient}, {states[last.state]} <RelativeTime value={last.at} />
    {last.failure && `: ${last.failure}`}.
  </>
);
