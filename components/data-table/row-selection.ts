/** Which rows of a list are chosen: some by id, or all that match, also those of other pages. */
export interface Chosen {
  /** The list it belongs to: search and filters as they were. */
  list: string;
  ids: readonly string[];
  all: boolean;
}

export const nothingChosen = (list: string): Chosen => ({ list, ids: [], all: false });

/** The choice, if it is of this list: another search or filter begins anew. */
export const chosenOf = (chosen: Chosen, list: string): Chosen => (chosen.list === list ? chosen : nothingChosen(list));

/** After one row was ticked or not. Taking one out of "all that match" leaves the rest of the page. */
export function afterRow(chosen: Chosen, id: string, ticked: boolean, page: readonly string[]): Chosen {
  const before = chosen.all ? page : chosen.ids;
  const others = before.filter((other) => other !== id);
  return { list: chosen.list, ids: ticked ? [...others, id] : others, all: false };
}

/** After the box over the page was ticked or not; rows of other pages stay as they are. */
export function afterPage(chosen: Chosen, page: readonly string[], ticked: boolean): Chosen {
  const elsewhere = chosen.all ? [] : chosen.ids.filter((id) => !page.includes(id));
  return { list: chosen.list, ids: ticked ? [...elsewhere, ...page] : elsewhere, all: false };
}

/** What the box over the page shows. */
export function pageState(chosen: Chosen, page: readonly string[]): boolean | 'indeterminate' {
  if (chosen.all) return true;
  const ticked = page.filter((id) => chosen.ids.includes(id)).length;
  return ticked === 0 ? false : ticked === page.length ? true : 'indeterminate';
}
