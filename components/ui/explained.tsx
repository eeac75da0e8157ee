import type { ReactNode } from 'react';
import { Tooltip } from './tooltip.tsx';

/** Words of a table or a line, more of which is said on hover and focus. */
export const Explained = ({ by, children }: { by: ReactNode; children: ReactNode }) => (
  <Tooltip content={by}>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the tooltip must be reachable by keyboard */}
    <span tabIndex={0} className="focus-ring relative rounded-sm">
      {children}
    </span>
  </Tooltip>
);
