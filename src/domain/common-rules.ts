import type { Duration } from './duration.js';

/** Numbers that hold for every procedure unless its playbook says otherwise. */
export interface CommonRules {
  /** A customer who does not answer an outcome is reminded, then counts as accepting. */
  acceptanceReminder: Duration;
  acceptanceLapse: Duration;
  /** Where silence never counts: the informing role telephones, again and again. */
  callAgain: Duration;
  /** Somebody who is to telephone does so within this time. */
  callWithin: Duration;
  /** The first superior must acknowledge a breach. */
  acknowledge: Duration;
  /** On the highest severity a person reaches the customer. */
  firstWord: Duration;
  /** After so long without a word the customer gets a status update. */
  silence: Duration;
  survey: Duration;
  surveyReminder: Duration;
  surveyExpiry: Duration;
  /** At most one survey a customer in this time. */
  surveyGap: Duration;
  /** Scores up to this one re-open the case. */
  lowScore: number;
  questionReminder: Duration;
  questionExpiry: Duration;
  /** From this round on the top of the chain may close. */
  finalRound: number;
}

/** After so long without anybody, of working time where nobody is on duty, a customer who waits for a person is told, and given other ways. */
export const AGENT_WAIT_MS = 5 * 60_000;
/** Working time after which an agent who leaves a customer unanswered is reminded; after as much again the conversation waits for another. */
export const AGENT_SILENCE_MS = 10 * 60_000;

export const COMMON_RULES: CommonRules = {
  acceptanceReminder: { unit: 'days', count: 3 },
  acceptanceLapse: { unit: 'days', count: 7 },
  callAgain: { unit: 'days', count: 7 },
  callWithin: { unit: 'working-days', count: 1 },
  acknowledge: { unit: 'working-hours', count: 4 },
  firstWord: { unit: 'hours', count: 4 },
  silence: { unit: 'working-days', count: 3 },
  survey: { unit: 'days', count: 1 },
  surveyReminder: { unit: 'days', count: 2 },
  surveyExpiry: { unit: 'days', count: 7 },
  surveyGap: { unit: 'days', count: 30 },
  lowScore: 2,
  questionReminder: { unit: 'working-days', count: 2 },
  questionExpiry: { unit: 'working-days', count: 5 },
  finalRound: 4,
};

/** The common rules as a playbook has them. */
export function rulesOf(playbook: { rules?: Partial<CommonRules> }): CommonRules {
  return { ...COMMON_RULES, ...playbook.rules };
}
