/** Remembers whether the sidebar is folded to its icons, so that the server renders it that way. */
export const sidebarCookie = 'sidebar';
export const sidebarFolded = 'folded';
