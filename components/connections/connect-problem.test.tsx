import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Language } from '@/lib/format/language.ts';
import { type ConnectProblem, problemOf } from './connect-problem.tsx';
import { catalogue } from './words/catalogue.ts';

const reading = (language: Language) => ({
  words: catalogue[language],
  language,
  platform: 'Tryton',
  organisation: 'Northwind',
  labelOf: (name: string) => (name === 'password' ? 'Passwort' : name),
});
const text = (node: ConnectProblem['message']) => renderToStaticMarkup(node);

const refused = {
  connected: false,
  failureClass: 'credentials',
  message: 'Tryton does not accept this user and password.',
  field: 'password',
  leadsTo: null,
} as const;

describe('why a company was not connected', () => {
  it('is nothing once it is', () => {
    const data = { connected: true, companyId: 1, integration: 'TRYTON', entityName: 'Acme', syncId: null } as const;
    expect(problemOf({ ok: true, data }, reading('de'))).toBeNull();
  });

  it('stands at the field to blame: in English in the platform’s words, else in the reader’s with those below', () => {
    const english = problemOf({ ok: true, data: refused }, reading('en'));
    expect(text(english?.fields.password)).toBe('Tryton does not accept this user and password.');
    const german = text(problemOf({ ok: true, data: refused }, reading('de'))?.fields.password);
    expect(german).toMatch(/^Tryton nimmt das nicht an\. .*<span lang="en".*>Tryton does not accept this user/);
  });

  it('names a field that was left empty in the reader’s language', () => {
    const issues = [{ path: 'credentials.password', kind: 'required', message: 'Password is required' }];
    const problem = problemOf({ ok: false, code: 'invalid', requestId: 'r', issues }, reading('de'));
    expect(problem?.fields).toEqual({ password: 'Passwort wird benötigt' });
  });

  it('says that nothing was stored where that is so, and not where it is not known or a person has to confirm', () => {
    const down = { ...refused, failureClass: 'platform-down', field: null } as const;
    expect(text(problemOf({ ok: true, data: down }, reading('fr'))?.message)).toContain('Rien n’a été enregistré.');
    expect(text(problemOf('offline', reading('fr'))?.message)).not.toContain('Rien n’a été enregistré.');
    const other = { ...refused, failureClass: 'wrong-company', field: null, leadsTo: 'Beta SA' } as const;
    const confirm = text(problemOf({ ok: true, data: other }, reading('fr'))?.message);
    expect(confirm).toContain('mènent à Beta SA');
    expect(confirm).toContain('Northwind');
    expect(confirm).not.toContain('Rien n’a été enregistré.');
  });

  it('is a sync under way, or a fault with its request', () => {
    const busy = { ok: false, code: 'conflict', requestId: 'r1', issues: [] } as const;
    expect(text(problemOf(busy, reading('en'))?.message)).toContain('being read or written right now');
    expect(text(problemOf({ ...busy, code: 'internal' }, reading('en'))?.message)).toContain('report request r1');
  });
});
