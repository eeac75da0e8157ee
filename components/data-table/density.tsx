'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { remember } from '@/components/ui/remember.ts';
import { type Density, densityCookie } from './density-cookie.ts';

interface DensityState {
  density: Density;
  setDensity: (density: Density) => void;
}

const DensityContext = createContext<DensityState>({ density: 'comfortable', setDensity: () => {} });

/** One density for all lists of a browser; a matter of taste and screen, so it stands in a cookie and in no address. */
export function DensityProvider({ initial, children }: { initial: Density; children: ReactNode }) {
  const [density, setState] = useState(initial);
  const setDensity = (next: Density) => {
    setState(next);
    remember(densityCookie, next);
  };
  return <DensityContext value={{ density, setDensity }}>{children}</DensityContext>;
}

export const useDensity = (): DensityState => useContext(DensityContext);
