/** How high the rows of all lists are. */
export type Density = 'comfortable' | 'compact';

/** Remembers the density of a browser, so that the server renders it that way. */
export const densityCookie = 'density';

export const densityOf = (value: string | undefined): Density => (value === 'compact' ? 'compact' : 'comfortable');
