'use client';

import type { ReactNode } from 'react';
import type { ConnectOutcome } from '@/lib/domain/connections/schema.ts';
import type { Language } from '@/lib/format/language.ts';
import { type Refusal, refusalText } from './refusal-text.ts';
import { fill, type Words } from './words/words.ts';

/** Why a company was not connected, in the reader's words. */
export interface ConnectProblem {
  message: ReactNode;
  /** By field name. */
  fields: Record<string, ReactNode>;
}

type Answer =
  | { ok: true; data: ConnectOutcome }
  | (Exclude<Refusal, 'offline'> & { ok: false; issues: readonly { path: string; kind?: string; message: string }[] });

interface Setting {
  words: Words;
  language: Language;
  platform: string;
  organisation: string;
  /** The name of a field, by which it is asked for. */
  labelOf: (name: string) => string;
}

/** What stands in the way of connecting; null when nothing does. */
export function problemOf(answer: Answer | 'offline', setting: Setting): ConnectProblem | null {
  const { words } = setting;
  // Whether it was done is not known then.
  if (answer === 'offline') return { message: refusalText(words, answer), fields: {} };
  if (!answer.ok) {
    const message = `${refusalText(words, answer)} ${words.form.nothingStored}`;
    return { message, fields: fieldIssues(answer.issues, setting) };
  }
  const { data } = answer;
  if (data.connected) return null;
  const message = refusedText(data, setting);
  if (data.field) return { message, fields: { [data.field]: message } };
  const isKept = data.failureClass === 'wrong-company';
  return {
    message: isKept ? (
      message
    ) : (
      <>
        {message} {words.form.nothingStored}
      </>
    ),
    fields: {},
  };
}

function fieldIssues(issues: readonly { path: string; kind?: string; message: string }[], { words, labelOf }: Setting) {
  const ofFields = issues.filter(({ path }) => path.startsWith('credentials.'));
  return Object.fromEntries(
    ofFields.map(({ path, kind, message }) => {
      const name = path.slice('credentials.'.length);
      return [name, kind === 'required' ? fill(words.form.required, { field: labelOf(name) }) : message];
    }),
  );
}

/** An English reader is told the platform's exact words; the others their sense, and the words themselves below. */
function refusedText(data: Extract<ConnectOutcome, { connected: false }>, setting: Setting): ReactNode {
  if (setting.language === 'en') return data.message;
  const { words, platform, organisation } = setting;
  const sense = fill(words.refusals[data.failureClass], { platform, organisation, company: data.leadsTo ?? '—' });
  if (data.failureClass === 'wrong-company') return sense;
  return (
    <>
      {sense}
      <span lang="en" className="mt-0.5 block">
        {data.message}
      </span>
    </>
  );
}
