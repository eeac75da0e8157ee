/** What a check found: all well, worth knowing, or to be mended before the system works. */
export interface Finding {
  name: string;
  state: 'ok' | 'note' | 'wrong';
  message: string;
}

/** One check. What it throws is what is wrong. */
export type Check = () => Promise<Omit<Finding, 'name'>>;
