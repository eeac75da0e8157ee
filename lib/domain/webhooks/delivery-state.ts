import type { DeliveryState } from '../../../db/schema/enums.ts';

/**
 * How a delivery may go on. PROCESSING goes back to PENDING when a try failed, and when whoever was sending stopped or
 * was lost. Delivered and failed ones are PENDING again when somebody asks for a replay; one that waits for a webhook
 * that is deleted fails.
 */
export const deliveryTransitions: Record<DeliveryState, readonly DeliveryState[]> = {
  PENDING: ['PROCESSING', 'FAILED'],
  PROCESSING: ['DELIVERED', 'PENDING', 'FAILED'],
  DELIVERED: ['PENDING'],
  FAILED: ['PENDING'],
};

/** The states that may become one, and it itself where asking again does no harm. */
export const replayableStates: readonly DeliveryState[] = ['PENDING', 'DELIVERED', 'FAILED'];
