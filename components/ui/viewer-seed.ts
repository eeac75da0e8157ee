/** What the server knew of the viewer when it rendered the page. */
export interface ViewerSeed {
  /** The server's clock at rendering, in milliseconds. */
  now: number;
  /** For numbers, from Accept-Language. */
  locale: string;
  /** The zone the browser reported on an earlier visit, else UTC. */
  timeZone: string;
}

/** The cookie that tells the next page load which zone to render times in. */
export const timeZoneCookie = 'tz';
