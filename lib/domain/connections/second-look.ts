/**
 * How long a refused sign-in is left alone before it is tried once more, by runs and writes alike. A busy platform refuses
 * one that is good; a minute's load has thinned out a little later.
 */
export const secondLookSeconds = 15;
