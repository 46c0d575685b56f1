import type { Case } from '../domain/case.js';
import type { DeskNeeds } from './desk-needs.js';
import { FIRST_WORD } from './case-clocks.js';
import type { createPerform } from './perform.js';
import { isGoing } from './running-clocks.js';

const SAME_MOMENT_MS = 10 * 60_000;

/** Notes on a case that a message reached its customer, or did not; only where that changes something. */
export function createDeliveries({ stores, now }: DeskNeeds, perform: ReturnType<typeof createPerform>['perform']) {
  return async function delivered(caseNumber: string, messageId: string, reached: boolean): Promise<void> {
    const [of, message] = await Promise.all([stores.cases.find(caseNumber), stores.messages.find(messageId)]);
    if (!of || !message) return;
    const asks = message.choices?.some(({ id }) => id === 'accept') ?? false;
    if (!matters(of, { reached, asks, heard: message.heard, at: now() })) return;
    await perform({
      verb: 'record-delivery',
      number: caseNumber,
      args: { reached: reached ? 'yes' : 'no', heard: message.heard, asks: asks ? 'yes' : 'no' },
      actor: { type: 'desk' },
      cause: `delivery/${messageId}/${reached ? 'reached' : 'not'}`,
    });
  };
}

function matters(of: Case, sent: { reached: boolean; asks: boolean; heard?: 'person' | 'desk'; at: Date }): boolean {
  if (!sent.reached) return sent.asks && of.asked?.delivered === true;
  if (sent.asks && of.asked?.delivered === false) return true;
  if (sent.heard === 'person' && of.clocks.some((clock) => clock.id === FIRST_WORD && isGoing(clock))) return true;
  if (of.status !== 'open' || !sent.heard) return false;
  return !of.heardAt || sent.at.getTime() - of.heardAt.getTime() > SAME_MOMENT_MS;
}
