import { type Integration, integrations, type WebhookType, webhookTypes } from '@/db/schema/enums.ts';

/** What the form of a webhook says, as the domain takes it. */
export interface WebhookFormValues {
  name: string;
  url: string;
  webhookType: WebhookType;
  integration: Integration | null;
  topics: string[];
  headers: { name: string; value: string | null }[];
  signatureHeader: string | null;
}

/** Header rows without a name are left out; one without a value keeps the value that is stored under its name. */
export function readWebhookForm(form: FormData): WebhookFormValues {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const values = form.getAll('headerValue').map(String);
  const headers = form.getAll('headerName').map((name, at) => ({
    name: String(name).trim(),
    value: values[at] || null,
  }));
  return {
    name: text('name'),
    url: text('url'),
    webhookType: webhookTypes.find((one) => one === text('webhookType')) ?? 'DATA_MODEL_CHANGES',
    integration: integrations.find((one) => one === text('integration')) ?? null,
    topics: form.getAll('topics').map(String),
    headers: headers.filter((header) => header.name !== ''),
    signatureHeader: text('signatureHeader') || null,
  };
}

/** A refusal by the form's fields; what is no field's fault stands under `form`. */
export function webhookProblems(refusal: {
  message: string;
  issues: readonly { path: string; message: string }[];
}): Record<string, string> {
  if (refusal.issues.length === 0) return { form: refusal.message };
  return Object.fromEntries(
    refusal.issues.map(({ path, message }) => {
      const [field = 'form', at, part] = path.split('.');
      return [field, part ? `The ${part} of header ${Number(at) + 1} ${message}` : message];
    }),
  );
}
