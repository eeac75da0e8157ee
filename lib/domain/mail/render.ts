import type { MailMessage } from './message.ts';

/** A message as plain text: paragraphs, lists with a dash an entry, the link on a line of its own. */
export function mailText({ body, action, note }: MailMessage): string {
  const parts = body.map((part) => (typeof part === 'string' ? part : part.map((entry) => `- ${entry}`).join('\n')));
  if (action) parts.push(`${action.label}:\n${action.url}`);
  if (note) parts.push(`-- \n${note}`);
  return `${parts.join('\n\n')}\n`;
}

/** The same as HTML that needs nothing from outside: no pictures, no styles but inline ones. */
export function mailHtml({ subject, body, action, note }: MailMessage): string {
  const parts = body.map((part) => (typeof part === 'string' ? paragraph(part) : list(part)));
  if (action) parts.push(button(action));
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#f5f7f8">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dde2e5;border-radius:6px;font:15px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;color:#1a2326">
${parts.join('\n')}
${note ? `<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #dde2e5;font-size:13px;color:#5a676d">${lines(note)}</p>` : ''}
</div>
</body>
</html>
`;
}

const paragraph = (text: string) => `<p style="margin:0 0 16px">${lines(text)}</p>`;

const list = (entries: string[]) =>
  `<ul style="margin:0 0 16px;padding-left:20px">${entries.map((entry) => `<li>${escaped(entry)}</li>`).join('')}</ul>`;

/** The address stands below as well, for readers that show no buttons. */
const button = ({ label, url }: { label: string; url: string }) =>
  `<p style="margin:24px 0 8px"><a href="${escaped(url)}" style="display:inline-block;padding:10px 16px;background:#0f6a67;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600">${escaped(label)}</a></p>
<p style="margin:0 0 16px;font-size:13px;color:#5a676d;word-break:break-all">${escaped(url)}</p>`;

const lines = (text: string) => escaped(text).replaceAll('\n', '<br>');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
