import { describe, expect, it } from 'vitest';
import { stepWords, writeSubject } from './write-words.ts';

describe('what is written, in words', () => {
  it('names the payment and what it is for', () => {
    const payment = { dataModel: 'INVOICE_PAYMENT', operation: 'create', invoice: null } as const;
    expect(writeSubject({ ...payment, fields: { amount: '25.5', invoice_id: 'inv_3' } })).toBe(
      'Payment of 25.5 for invoice inv_3',
    );
    expect(writeSubject({ ...payment, invoice: 'RE-3', fields: { amount: '25.5', invoice_id: 'inv_3' } })).toBe(
      'Payment of 25.5 for invoice RE-3',
    );
    expect(writeSubject({ ...payment, fields: { amount: '9', credit_note_id: 'crn_1' } })).toBe(
      'Payment of 9 for credit note crn_1',
    );
  });

  it('tells a new contact from a changed one, also of one whose name stays', () => {
    const contact = { dataModel: 'CONTACT', invoice: null, fields: { name: 'Zebra Interiors' } } as const;
    expect(writeSubject({ ...contact, operation: 'create' })).toBe('New contact Zebra Interiors');
    expect(writeSubject({ ...contact, operation: 'update' })).toBe('Contact, now Zebra Interiors');
    expect(writeSubject({ ...contact, operation: 'update', fields: { email: 'a@b.example' } })).toBe(
      'Changes of a contact',
    );
  });
});

describe('what was done about a write, in words', () => {
  it('says how each step ended, in the name of the platform', () => {
    expect(stepWords({ did: 'sent', outcome: 'accepted' }, 'Sandbox')).toBe('Sandbox took it.');
    expect(stepWords({ did: 'asked', outcome: 'absent' }, 'Sandbox')).toBe('Asked Sandbox: it has no such record.');
    expect(stepWords({ did: 'read', outcome: 'read' }, 'Sandbox')).toBe('The record was read back.');
  });

  it('gives the reason of one that did not go well, as one sentence', () => {
    expect(stepWords({ did: 'sent', outcome: 'Sandbox did not answer in time' }, 'Sandbox')).toBe(
      'Sent to Sandbox: Sandbox did not answer in time.',
    );
  });
});
