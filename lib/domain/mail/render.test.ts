import { expect, test } from 'vitest';
import { mailHtml, mailText } from './render.ts';

const message = {
  subject: 'A & B',
  body: ['First <line>\nsecond', ['one', 'two & three']],
  action: { label: 'Open', url: 'https://example.com/?a=1&b="2"' },
  note: 'Ignore this if you know nothing of it.',
};

test('plain text has a paragraph a part, a dash an entry, and the link on a line of its own', () => {
  expect(mailText(message)).toBe(
    'First <line>\nsecond\n\n- one\n- two & three\n\nOpen:\nhttps://example.com/?a=1&b="2"\n\n-- \nIgnore this if you know nothing of it.\n',
  );
});

test('HTML says the same with every character of the message as text', () => {
  const html = mailHtml(message);
  expect(html).toContain('First &lt;line&gt;<br>second');
  expect(html).toContain('<li>two &amp; three</li>');
  expect(html).toContain('href="https://example.com/?a=1&amp;b=&quot;2&quot;"');
  expect(html).toContain('<title>A &amp; B</title>');
  expect(html).not.toMatch(/<(script|img|link)/);
});
