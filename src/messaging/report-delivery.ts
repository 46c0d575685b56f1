import type { Message } from '../domain/message.js';
import type { DeskPorts } from './desk-ports.js';

/** Tells the case what it must know: a person reached the customer, an outcome to accept arrived or did not, or what had failed arrived after all. `within`: the conversation in whose turn that is told. */
export async function reportDelivery(
  ports: Pick<DeskPorts, 'delivered'>,
  row: Message,
  reached: boolean,
  within?: string,
): Promise<void> {
  if (!row.caseNumber) return;
  const matters = !reached || row.heard === 'person' || asksForAcceptance(row) || row.error !== undefined;
  if (matters) await ports.delivered(row, reached, within);
}

export const asksForAcceptance = ({ choices }: Message): boolean => choices?.some(({ id }) => id === 'accept') ?? false;
