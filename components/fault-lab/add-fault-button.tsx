'use client';

import dynamic from 'next/dynamic';
import { AddButton } from '@/components/settings/add-button.tsx';
import type { LabOffer } from '@/lib/domain/fault-lab/lab-offer.ts';

// The form is fetched when it is first asked for.
const FaultDialog = dynamic(() => import('./fault-dialog.tsx').then((module) => module.FaultDialog));

export function AddFaultButton({ offers }: { offers: readonly LabOffer[] }) {
  return <AddButton label="Switch on a fault">{(close) => <FaultDialog offers={offers} onClose={close} />}</AddButton>;
}
