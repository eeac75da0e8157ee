/** The zone that times are shown in until the viewer's own is known. */
export const defaultTimeZone = 'UTC';

/** Whether this runtime knows the IANA zone name; for input that may hold anything, such as a cookie. */
export function isTimeZone(name: string | null | undefined): name is string {
  if (!name || name.length > 64) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Every zone that can be chosen, by name; `current` is among them, also where this runtime lists it by another name. */
export function timeZoneNames(current: string): string[] {
  return [...new Set([defaultTimeZone, ...Intl.supportedValuesOf('timeZone'), current])].sort();
}
