import { mapAddress } from '../mapping/contact.ts';
import type { WantedAddress } from './address-places.ts';
import { type ChildChanges, noChanges } from './child-changes.ts';
import type { HeldAddress } from './held-party.ts';

/**
 * What has to change so that these are the addresses, in this order. One that is the same already stays, and so does its
 * id. The others are deactivated and new ones made: invoices that were sent keep the address that they were sent to.
 */
export function addressChanges(held: readonly HeldAddress[], wanted: readonly WantedAddress[]): ChildChanges {
  const changes = noChanges();
  const left = [...held].sort((a, b) => Number(b.active) - Number(a.active));
  for (const [index, address] of wanted.entries()) {
    const position = left.findIndex((row) => isSame(row, address));
    const [kept] = position < 0 ? [] : left.splice(position, 1);
    // One address has no order; Tryton takes the first of several for the main one.
    const sequence = wanted.length > 1 ? { sequence: index + 1 } : {};
    if (!kept) changes.create.push({ ...address.values, ...sequence });
    else if (!kept.active || (wanted.length > 1 && kept.sequence !== index + 1)) {
      changes.write.push({ id: kept.id, values: { active: true, ...sequence } });
    }
  }
  for (const row of left.filter(({ active }) => active)) changes.write.push({ id: row.id, values: { active: false } });
  return changes;
}

function isSame(row: HeldAddress, { reads }: WantedAddress): boolean {
  const { type, street, city, state, country, pincode } = mapAddress(row);
  return [type, street, city, state, country, pincode].every((text, index) => text === reads[index]);
}
