import { nextStepAfter } from '../../connectors/definitions.ts';
import { failureGuides } from '../../connectors/errors.ts';
import { whoActsWords } from '../companies/health.ts';
import { type LabFault, type LabFaultKind, labFaultKinds, labFaults } from './lab-faults.ts';

/** A fault as the console offers it: with the words that its failure will have everywhere. */
export interface LabOffer extends Pick<LabFault, 'label' | 'does' | 'shows' | 'after'> {
  kind: LabFaultKind;
  /** Null where nothing fails. */
  failure: { label: string; whoActs: string; nextStep: string } | null;
}

/** All faults, in the order in which they are offered. */
export const labOffers = (): LabOffer[] =>
  labFaultKinds.map((kind) => {
    const { label, does, shows, after, failureClass } = labFaults[kind];
    return { kind, label, does, shows, after, failure: failureClass && failureWords(failureClass) };
  });

function failureWords(failureClass: NonNullable<LabFault['failureClass']>): LabOffer['failure'] {
  const { label, whoActs } = failureGuides[failureClass];
  return { label, whoActs: whoActsWords[whoActs], nextStep: nextStepAfter(failureClass, 'SANDBOX') };
}
