/** Bytes of a logo. */
export const maxLogoBytes = 256 * 1024;
/** Pixels of a logo's longer side. */
export const maxLogoSide = 2000;
