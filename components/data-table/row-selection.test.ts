import { describe, expect, it } from 'vitest';
import { afterPage, afterRow, chosenOf, nothingChosen, pageState } from './row-selection.ts';

const none = nothingChosen('list');
const page = ['1', '2', '3'];

describe('the rows that are chosen', () => {
  it('are ticked one by one, on several pages', () => {
    const some = afterRow(afterRow(none, '1', true, page), '9', true, ['9']);
    expect(some.ids).toEqual(['1', '9']);
    expect(afterRow(some, '1', false, page).ids).toEqual(['9']);
    expect(pageState(some, page)).toBe('indeterminate');
    expect(pageState(none, page)).toBe(false);
  });

  it('are a page at once, without touching those of other pages', () => {
    const elsewhere = afterRow(none, '9', true, ['9']);
    const whole = afterPage(elsewhere, page, true);
    expect(whole.ids).toEqual(['9', '1', '2', '3']);
    expect(pageState(whole, page)).toBe(true);
    expect(afterPage(whole, page, false).ids).toEqual(['9']);
  });

  it('are the rest of the page once one is taken out of all that match', () => {
    const all = { ...none, all: true };
    expect(pageState(all, page)).toBe(true);
    expect(afterRow(all, '2', false, page)).toEqual({ list: 'list', ids: ['1', '3'], all: false });
  });

  it('belong to one list: another search begins anew', () => {
    const some = afterRow(none, '1', true, page);
    expect(chosenOf(some, 'list')).toBe(some);
    expect(chosenOf(some, 'another')).toEqual(nothingChosen('another'));
  });
});
