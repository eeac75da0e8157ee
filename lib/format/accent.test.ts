import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentOf } from './accent.ts';
import { contrast, isHexColor, toHex, toOklch } from './color.ts';

const anyColor = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('a brand colour', () => {
  it('is kept as it is where it can be read', () => {
    expect(accentOf('#1F5FBF', 'light').primary).toBe('#1f5fbf');
    expect(accentOf('#8ab4ff', 'dark').primary).toBe('#8ab4ff');
  });

  it('becomes a readable shade of itself where it can’t', () => {
    const yellow = accentOf('#ffcc00', 'light').primary;
    expect(yellow).not.toBe('#ffcc00');
    expect(Math.abs(toOklch(yellow).h - toOklch('#ffcc00').h)).toBeLessThan(3);
    expect(contrast(accentOf('#0b1f4d', 'dark').primary, '#1c1f24')).toBeGreaterThanOrEqual(4.5);
  });

  it('is readable in both themes, on its own tint, under its text, and when pointed at, whichever it is', () => {
    fc.assert(
      fc.property(anyColor, fc.constantFrom('light', 'dark'), (color, theme) => {
        const { primary, primaryHover, primaryForeground, primaryTint, ring } = accentOf(color, theme);
        const surface = theme === 'light' ? '#ffffff' : '#1c1f24';
        expect(contrast(primary, surface)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(primary, primaryTint)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(primaryForeground, primary)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(primaryForeground, primaryHover)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(ring, surface)).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

describe('colours', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        expect(toHex(toOklch(color))).toBe(color);
      }),
    );
  });

  it('are told apart as WCAG counts it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('are six hexadecimal digits and nothing else', () => {
    expect(isHexColor('#1f6f6B')).toBe(true);
    for (const text of ['1f6f6b', '#1f6f6', '#1f6f6b;', '#1f6f6g', 'red']) expect(isHexColor(text)).toBe(false);
  });
});
