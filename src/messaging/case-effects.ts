import type { Case } from '../domain/case.js';
import { carryOutPlain } from './carry-out.js';
import type { DeskPorts } from './desk-ports.js';
import type { Lanes } from './lanes.js';

/** Carries out what was decided on a case: tellings become turns of its conversation, everything else is one write each; operations on other cases are the operations' own. */
export function createCaseEffects(ports: DeskPorts, lanes: Lanes, hooks: Parameters<typeof carryOutPlain>[3]) {
  const waiting = new Set<Promise<void>>();

  async function carryOut(of: Case, within?: string): Promise<void> {
    const elsewhere = of.effects.some(
      (effect) => effect.kind === 'tell' && within !== undefined && within !== effect.conversationId,
    );
    if (elsewhere) return later(of.number); // a turn never waits for another conversation
    for (const effect of of.effects) {
      if (effect.kind === 'tell')
        await lanes.change(effect.conversationId, effect.key, lanes.stepped({ type: 'told', telling: effect }), within);
      else if (effect.kind !== 'reply' && effect.kind !== 'perform')
        await carryOutPlain(ports, effect, of.version, hooks);
    }
    await ports.stores.cases.carriedOut(of.number, of.version);
    ports.changed({ caseNumber: of.number });
  }

  function later(number: string): void {
    const work = recover(number)
      .catch(() => ports.log.warn({ number }, 'effects of a case wait for the next sweep'))
      .finally(() => waiting.delete(work));
    waiting.add(work);
  }

  /** Carries out what a crash or a busy conversation left. */
  async function recover(number: string): Promise<void> {
    const found = await ports.stores.cases.find(number);
    if (found?.effectsDue) await ports.recoverCase(found);
  }

  return { carryOut, recover, idle: async () => void (await Promise.all(waiting)), busy: () => waiting.size > 0 };
}
