/**
 * Keeps a person's choice in this browser for a year, as a cookie: the server must know it to render the first page as
 * it will stay. `path` are the pages it is for.
 */
export function remember(name: string, value: string, path = '/'): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in all browsers that we serve
  document.cookie = `${name}=${encodeURIComponent(value)}; path=${path}; max-age=31536000; samesite=lax`;
}
