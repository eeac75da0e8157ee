import { describe, expect, it } from 'vitest';
import { activeItem } from './nav.ts';

const item = (href: string) => ({ href, label: href, icon: null });
const groups = [
  { label: 'Operate', items: [item('/'), item('/companies')] },
  { label: 'Organise', items: [item('/settings'), item('/settings/members')] },
];

describe('the active item of the sidebar', () => {
  it('is the one whose page or sub-page is open', () => {
    expect(activeItem(groups, '/companies')?.href).toBe('/companies');
    expect(activeItem(groups, '/companies/12/syncs')?.href).toBe('/companies');
  });

  it('holds pages elsewhere that belong to it', () => {
    const overview = { ...item('/'), also: ['/incidents'] };
    const withIncidents = [{ label: 'Operate', items: [overview, item('/companies')] }];
    expect(activeItem(withIncidents, '/incidents/12')?.href).toBe('/');
    expect(activeItem(withIncidents, '/companies')?.href).toBe('/companies');
  });

  it('is the deepest that fits', () => {
    expect(activeItem(groups, '/settings/members')?.href).toBe('/settings/members');
    expect(activeItem(groups, '/settings/keys')?.href).toBe('/settings');
  });

  it('is not the overview on every other page, nor one with a similar name', () => {
    expect(activeItem(groups, '/')?.href).toBe('/');
    expect(activeItem(groups, '/companies-archive')).toBeUndefined();
  });
});
