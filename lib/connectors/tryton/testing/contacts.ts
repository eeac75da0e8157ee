import type { Rpc } from './rpc.ts';

export interface NewContact {
  name?: string;
  addresses?: readonly object[];
  /** `type` email, phone, mobile, fax, website or another; `value`. */
  mechanisms?: readonly { type: string; value: string; active?: boolean }[];
  identifiers?: readonly { type?: string; code: string }[];
}

export interface MadeContact {
  id: number;
  name: string;
  addresses: number[];
  mechanisms: number[];
  identifiers: number[];
}

/** Writes parties and what belongs to them, each edit by itself, as a program or an import would. */
export interface Contacts {
  /** With one address and one e-mail unless told otherwise. */
  createContact(contact?: NewContact): Promise<MadeContact>;
  /** In one transaction: all have the same stamp to the microsecond. */
  createContactBatch(count: number): Promise<number[]>;
  renameContact(id: number, name: string): Promise<void>;
  deactivateContact(id: number): Promise<void>;
  /** Takes its addresses and mechanisms with it; refused for one that has invoices. */
  deleteContact(id: number): Promise<void>;
  /** Moves the address's stamp, not its party's. */
  editAddress(id: number, values: object): Promise<void>;
  addAddress(contact: number, values: object): Promise<number>;
  /** Leaves no stamp anywhere. */
  deleteAddress(id: number): Promise<void>;
  editMechanism(id: number, values: object): Promise<void>;
  addMechanism(contact: number, values: { type: string; value: string }): Promise<number>;
  deleteMechanism(id: number): Promise<void>;
  editIdentifier(id: number, values: object): Promise<void>;
}

export function contacts(rpc: Rpc, run: string): Contacts {
  let made = 0;
  const one = async (model: string, values: object) => {
    const [id = 0] = await rpc.create(model, values);
    return id;
  };
  return {
    createContact: async (contact = {}) => {
      made += 1;
      const name = contact.name ?? `Contact ${made} ${run}`;
      const id = await one('party.party', {
        name,
        addresses: [['create', contact.addresses ?? [{ street: '1 Main St', city: 'Leeds', postal_code: 'LS1 1AA' }]]],
        contact_mechanisms: [
          ['create', contact.mechanisms ?? [{ type: 'email', value: `c${made}-${run}@example.test` }]],
        ],
        identifiers: [['create', contact.identifiers ?? []]],
      });
      const [row] = await rpc.read(
        'party.party',
        [['id', '=', id]],
        ['addresses', 'contact_mechanisms', 'identifiers'],
      );
      return {
        id,
        name,
        addresses: row?.addresses as number[],
        mechanisms: row?.contact_mechanisms as number[],
        identifiers: row?.identifiers as number[],
      };
    },
    createContactBatch: async (count) => {
      made += 1;
      return rpc.create(
        'party.party',
        ...Array.from({ length: count }, (_, index) => ({
          name: `Batch ${made}.${index} ${run}`,
          addresses: [['create', [{ city: `City ${index}` }]]],
        })),
      );
    },
    renameContact: (id, name) => rpc.write('party.party', [id], { name }),
    deactivateContact: (id) => rpc.write('party.party', [id], { active: false }),
    deleteContact: (id) => rpc.remove('party.party', [id]),
    editAddress: (id, values) => rpc.write('party.address', [id], values),
    addAddress: (contact, values) => one('party.address', { party: contact, ...values }),
    deleteAddress: (id) => rpc.remove('party.address', [id]),
    editMechanism: (id, values) => rpc.write('party.contact_mechanism', [id], values),
    addMechanism: (contact, values) => one('party.contact_mechanism', { party: contact, ...values }),
    deleteMechanism: (id) => rpc.remove('party.contact_mechanism', [id]),
    editIdentifier: (id, values) => rpc.write('party.identifier', [id], values),
  };
}
