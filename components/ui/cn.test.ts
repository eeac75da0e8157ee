import { describe, expect, it } from 'vitest';
import { cn } from './cn.ts';

describe('joined class names', () => {
  it.each([
    ['px-3 h-8', 'px-2.5', 'h-8 px-2.5'],
    ['px-3 py-1', 'p-0', 'p-0'],
    ['p-4', 'pt-0', 'p-4 pt-0'],
    ['mx-auto mt-2', 'mt-4', 'mx-auto mt-4'],
    ['w-full h-8', 'size-7', 'size-7'],
    ['size-6', 'size-7', 'size-7'],
    ['justify-center', 'justify-start', 'justify-start'],
    ['inline-flex', 'hidden', 'hidden'],
    ['flex flex-col', 'flex-row flex-1', 'flex flex-row flex-1'],
    ['grid gap-4', 'gap-x-2', 'grid gap-4 gap-x-2'],
    ['gap-x-2', 'gap-4', 'gap-4'],
    ['max-w-md', 'max-w-form', 'max-w-form'],
    ['-top-1', 'top-2', 'top-2'],
    ['min-h-20', 'min-h-[3rem]', 'min-h-[3rem]'],
    ['max-h-(--x)', 'max-h-96', 'max-h-96'],
  ])('let the later one of the same property win: %s + %s', (base, own, joined) => {
    expect(cn(base, own)).toBe(joined);
  });

  it('know a text size from a colour, an alignment and a wrap', () => {
    expect(cn('text-sm text-foreground', 'text-muted-foreground')).toBe('text-sm text-muted-foreground');
    expect(cn('text-2xs text-danger', 'text-base')).toBe('text-danger text-base');
    expect(cn('text-balance text-muted-foreground', 'text-left')).toBe('text-balance text-muted-foreground text-left');
    expect(cn('font-mono font-medium', 'font-semibold')).toBe('font-mono font-semibold');
  });

  it('know a border width from its colour and style', () => {
    expect(cn('border border-border', 'border-transparent')).toBe('border border-transparent');
    expect(cn('border border-border-strong', 'border-dashed')).toBe('border border-border-strong border-dashed');
    expect(cn('border-b', 'border-b-0')).toBe('border-b-0');
    expect(cn('border border-danger', 'border-0')).toBe('border-danger border-0');
  });

  it('take variants apart', () => {
    expect(cn('hover:bg-subtle bg-surface', 'bg-transparent')).toBe('hover:bg-subtle bg-transparent');
    expect(cn('relative', 'max-xl:sticky')).toBe('relative max-xl:sticky');
    expect(cn('hover:bg-subtle', 'hover:bg-hover')).toBe('hover:bg-hover');
    expect(cn('[&_svg]:size-4', '[&_svg]:size-3')).toBe('[&_svg]:size-3');
  });

  it('keep what they do not know', () => {
    expect(cn('num code focus-ring', false, undefined, 'group/row')).toBe('num code focus-ring group/row');
  });
});
