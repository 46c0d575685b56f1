/** The operations that the desk has, as tests know them. */
export const VERBS = (
  'open-case ask-customer take-over say hand-back transfer add-note classify assign confirm-facts declare-major recuse ' +
  'preserve-evidence apologise rate-customer record-finding propose-remedy approve refuse carry-out-remedy add-action ' +
  'complete-action verify-effect request-change dispose-goods ask-party record-contact schedule-visit arrive quote ' +
  'complete-work assess-suggestion extend-deadline inform-customer complete-stage acknowledge withdraw reopen close ' +
  'record-callback accept-outcome refuse-outcome answer-survey add-evidence'
).split(' ');
