import { acceptOutcome } from './accept-outcome.js';
import { acknowledge } from './acknowledge.js';
import { addAction } from './add-action.js';
import { addEvidence } from './add-evidence.js';
import { addNote } from './add-note.js';
import { addToCase } from './add-to-case.js';
import { answerQuestion } from './answer-question.js';
import { answerSurvey } from './answer-survey.js';
import { apologise } from './apologise.js';
import { approve } from './approve.js';
import { arrive } from './arrive.js';
import { askCustomer } from './ask-customer.js';
import { askParty } from './ask-party.js';
import { assessSuggestion } from './assess-suggestion.js';
import { assign } from './assign.js';
import { carryOutRemedy } from './carry-out-remedy.js';
import { classify } from './classify.js';
import { closeCase } from './close-case.js';
import { completeAction } from './complete-action.js';
import { completeStage } from './complete-stage.js';
import { completeWork } from './complete-work.js';
import { confirmFacts } from './confirm-facts.js';
import { declareMajor } from './declare-major.js';
import { declineOutcome } from './decline-outcome.js';
import { disposeGoods } from './dispose-goods.js';
import { extendDeadline } from './extend-deadline.js';
import { informCustomer } from './inform-customer.js';
import { linkCase } from './link-case.js';
import { openCase } from './open-case.js';
import { planCallback } from './plan-callback.js';
import { preserveEvidence } from './preserve-evidence.js';
import { proposeRemedy } from './propose-remedy.js';
import { quote } from './quote.js';
import { rateCustomer } from './rate-customer.js';
import { recordCallback } from './record-callback.js';
import { recordContact } from './record-contact.js';
import { recordDelivery } from './record-delivery.js';
import { recordFinding } from './record-finding.js';
import { recuse } from './recuse.js';
import { refuse } from './refuse.js';
import { refuseOutcome } from './refuse-outcome.js';
import { releaseSurvey } from './release-survey.js';
import { reopen } from './reopen.js';
import { requestChange } from './request-change.js';
import { say } from './say.js';
import { scheduleVisit } from './schedule-visit.js';
import type { CaseVerb } from './verb.js';
import { verifyEffect } from './verify-effect.js';
import { withdraw } from './withdraw.js';
import { CONVERSATION_VERBS } from './conversation-verbs.js';

/** Everything that can be done to a case: routes, forms, transcripts and the permission matrix derive from this list. */
export const CASE_VERBS: readonly CaseVerb[] = [
  acceptOutcome,
  acknowledge,
  addAction,
  addEvidence,
  addNote,
  addToCase,
  answerQuestion,
  answerSurvey,
  apologise,
  approve,
  arrive,
  askCustomer,
  askParty,
  assessSuggestion,
  assign,
  carryOutRemedy,
  classify,
  closeCase,
  completeAction,
  completeStage,
  completeWork,
  confirmFacts,
  declareMajor,
  declineOutcome,
  disposeGoods,
  extendDeadline,
  informCustomer,
  linkCase,
  planCallback,
  preserveEvidence,
  proposeRemedy,
  quote,
  rateCustomer,
  recordCallback,
  recordContact,
  recordDelivery,
  recordFinding,
  recuse,
  refuse,
  refuseOutcome,
  releaseSurvey,
  reopen,
  requestChange,
  say,
  scheduleVisit,
  verifyEffect,
  withdraw,
];

export function caseVerb(name: string): CaseVerb | undefined {
  return CASE_VERBS.find((one) => one.name === name);
}

/** What staff can do, on cases, conversations and the desk. */
export const STAFF_VERBS = [openCase, ...CASE_VERBS.filter(({ internal }) => !internal), ...CONVERSATION_VERBS];
