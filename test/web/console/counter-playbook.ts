/** A procedure in which one stage has every operation, and approvals have limits; for the desks of tests. */
export const COUNTER = `id: counter
version: 1
region: other
languages: [en, zh-CN]
title: {en: Counter complaints, zh-CN: 柜台投诉}
company: {en: The Counter, zh-CN: 柜台}
calendar: always
roles:
  clerk: {en: Clerk, zh-CN: 店员}
  boss: {en: Boss, zh-CN: 店长}
  board: {en: Board, zh-CN: 董事会}
superiors: {clerk: boss, boss: board}
departments:
  kitchen: {en: Kitchen, zh-CN: 厨房}
severities:
  general: {en: General, zh-CN: 一般}
  major: {en: Major, zh-CN: 重大}
natures:
  valid: {en: Valid, zh-CN: 有效}
tiers:
  gold: {en: Gold, zh-CN: 金}
categories:
  goods: {en: Goods, zh-CN: 商品}
  other: {en: Something else, zh-CN: 其他}
fields:
  content: {label: {en: What happened, zh-CN: 经过}, type: text}
stages:
  work:
    label: {en: Work, zh-CN: 处理}
    customer: check
    owner: clerk
    done: [complete-stage]
    also: [record-finding, propose-remedy, add-action, complete-action, carry-out-remedy, inform-customer, request-change,
      ask-party, assess-suggestion, confirm-facts, quote, rate-customer, schedule-visit, arrive, verify-effect,
      complete-work, record-callback, assign]
    clock: 20 min
    next: approval
  approval:
    label: {en: Approval, zh-CN: 审批}
    customer: solve
    owner: [boss, board]
    approval: {what: remedies, limits: {boss: 1000, board: 100000}}
    done: approve
    clock: 3 WD
    next: acceptance
    on: {refuse: {to: work, again: true}}
  acceptance:
    label: {en: Acceptance, zh-CN: 确认}
    customer: you
    owner: customer
    acceptance: outcome
    done: accept-outcome
    next: closed
    on: {refuse-outcome: {to: work, again: true}}
remedies:
  refund: {en: Refund, zh-CN: 退款}
repeat: {days: 30, same-any: []}
closing: [{dispose-goods: {by: clerk}}]
reopen: work
rules: {final-round: 1}
`;
