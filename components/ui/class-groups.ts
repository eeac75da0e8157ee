/*
 * Which utility classes set the same property: a small table in place of tailwind-merge's own, which knows all of CSS
 * and weighs 6 kB in every page. A class that stands in no group is kept as it is.
 */
const any = () => true;

const sides = (prefix: string) => ({
  [prefix]: [{ [prefix]: [any] }],
  ...Object.fromEntries(['x', 'y', 't', 'r', 'b', 'l'].map((side) => [prefix + side, [{ [prefix + side]: [any] }]])),
});

const one = (...names: string[]) => Object.fromEntries(names.map((name) => [name, [{ [name]: [any] }]]));

const sizes = ['2xs', 'xs', 'sm', 'base', 'lg', 'xl', '2xl'];

export const classGroups = {
  ...sides('p'),
  ...sides('m'),
  ...one('w', 'h', 'size', 'min-w', 'max-w', 'min-h', 'max-h', 'inset', 'top', 'right', 'bottom', 'left', 'z'),
  ...one('items', 'self', 'opacity', 'cursor', 'tracking', 'leading', 'grid-cols', 'col-span', 'duration', 'aspect'),
  ...one('gap-x', 'gap-y', 'overflow-x', 'overflow-y', 'line-clamp', 'whitespace', 'align'),
  gap: [{ gap: [any] }],
  overflow: [{ overflow: [any] }],
  display: ['block', 'inline', 'inline-block', 'flex', 'inline-flex', 'grid', 'inline-grid', 'contents', 'hidden'],
  position: ['static', 'relative', 'absolute', 'fixed', 'sticky'],
  justify: [{ justify: ['start', 'center', 'end', 'between', 'around', 'evenly', 'stretch', 'normal'] }],
  'flex-direction': [{ flex: ['row', 'row-reverse', 'col', 'col-reverse'] }],
  'flex-wrap': [{ flex: ['wrap', 'nowrap'] }],
  flex: [{ flex: [any] }],
  shrink: [{ shrink: ['', any] }],
  grow: [{ grow: ['', any] }],
  'font-size': [{ text: sizes }],
  'text-align': [{ text: ['left', 'center', 'right', 'start', 'end'] }],
  'text-wrap': [{ text: ['wrap', 'nowrap', 'balance', 'pretty'] }],
  'text-colour': [{ text: [any] }],
  'font-weight': [{ font: ['normal', 'medium', 'semibold'] }],
  'font-family': [{ font: ['sans', 'mono'] }],
  background: [{ bg: [any] }],
  rounded: [{ rounded: ['', any] }],
  'border-style': [{ border: ['solid', 'dashed', 'none'] }],
  ...Object.fromEntries(
    ['', '-x', '-y', '-t', '-r', '-b', '-l'].flatMap((side) => [
      [`border-width${side}`, [{ [`border${side}`]: ['', '0', '2', '4'] }]],
      [`border-colour${side}`, [{ [`border${side}`]: [any] }]],
    ]),
  ),
  shadow: [{ shadow: ['', any] }],
};

/** A class of the first group takes back those of the second ones that stand before it. */
export const conflictingClassGroups: Record<string, string[]> = {
  ...boxConflicts('p'),
  ...boxConflicts('m'),
  size: ['w', 'h'],
  gap: ['gap-x', 'gap-y'],
  overflow: ['overflow-x', 'overflow-y'],
  inset: ['top', 'right', 'bottom', 'left'],
};

function boxConflicts(prefix: string): Record<string, string[]> {
  const names = (...list: string[]) => list.map((side) => prefix + side);
  return {
    [prefix]: names('x', 'y', 't', 'r', 'b', 'l'),
    [`${prefix}x`]: names('r', 'l'),
    [`${prefix}y`]: names('t', 'b'),
  };
}
