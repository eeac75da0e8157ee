import { expect, it } from 'vitest';
import { draftState, followed, isTouched, settled } from './draft-state.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { storedDraft } from './testing/stored.ts';

const stored = storedDraft();
const typed = (state: ReturnType<typeof draftState>, fields: Partial<ProfileDraft>) => ({
  ...state,
  draft: { ...state.draft, ...fields },
});

it('what others change is shown, but not over what was typed', () => {
  const state = typed(draftState(stored), { vat: 'GB2' });
  const now = followed(state, { ...stored, vat: 'FR9', billingName: 'Pemberton Ltd' });
  expect(now.draft).toMatchObject({ vat: 'GB2', billingName: 'Pemberton Ltd' });
  expect(isTouched(now)).toBe(true);
  expect(followed(state, { ...stored })).toBe(state);
});

it('after it was saved the form shows what was stored of it', () => {
  const sent = typed(draftState(stored), { tagList: ['a', 'A'] });
  const saved = settled(sent, sent.draft, sent.seen);
  expect(isTouched(saved)).toBe(false);
  const shown = followed(saved, { ...stored, tagList: ['a'] });
  expect(shown.draft.tagList).toEqual(['a']);
  expect(isTouched(shown)).toBe(false);
});

it('the same when the stored form was shown before the answer came', () => {
  const sent = typed(draftState(stored), { tagList: ['a', 'A'] });
  const shown = followed(sent, { ...stored, tagList: ['a'] });
  const saved = settled(shown, sent.draft, sent.seen);
  expect(saved.draft.tagList).toEqual(['a']);
  expect(isTouched(saved)).toBe(false);
});

it('what was typed while it was being saved stays, and is still to be saved', () => {
  const sent = typed(draftState(stored), { vat: 'GB2' });
  const typing = typed(sent, { vat: 'GB23' });
  const saved = settled(typing, sent.draft, sent.seen);
  expect(saved.draft.vat).toBe('GB23');
  expect(isTouched(saved)).toBe(true);
  const shownFirst = settled(followed(typing, { ...stored, vat: 'GB2' }), sent.draft, sent.seen);
  expect(shownFirst.draft.vat).toBe('GB23');
  expect(isTouched(shownFirst)).toBe(true);
});
