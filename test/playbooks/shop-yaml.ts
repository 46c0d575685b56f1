/** A small shop's playbook: everything that must be there and little more. */
export const SHOP = `id: shop
version: 1
region: other
languages: [zh-CN, en]
title: {zh-CN: 商店投诉, en: Shop complaints}
company: {zh-CN: 小店, en: The Shop}
calendar: office-cn
roles:
  clerk: {zh-CN: 店员, en: Clerk}
  owner: {zh-CN: 店主, en: Owner}
superiors: {clerk: owner}
severities:
  general: {zh-CN: 一般, en: General}
  major: {zh-CN: 重大, en: Major}
categories:
  goods: {zh-CN: 商品, en: Goods, feel: goods}
  other: {zh-CN: 其他, en: Something else}
fields:
  content: {label: {zh-CN: 经过, en: What happened}, type: text}
  size:
    label: {zh-CN: 尺码, en: Size}
    type: choice
    optional: true
    choices:
      small: {zh-CN: 小号, en: Small}
      large: {zh-CN: 大号, en: Large}
  receipt_no: {label: {zh-CN: 小票号, en: Receipt}, type: text, pattern: 'R\\d+', example: R12}
severity-rules:
  hurt:
    to: major
    because: {zh-CN: 有人受伤, en: Somebody was hurt}
    words: {zh: [受伤], en: [hurt]}
repeat: {days: 30, same-any: [receipt_no]}
alerts:
  - {on: major, tell: owner}
stages:
  check:
    label: {zh-CN: 核对, en: Check}
    customer: check
    owner: clerk
    done: [{classify: [category]}]
    clock: 2 working hours
    next: answer
  answer:
    label: {zh-CN: 答复, en: Answer}
    customer: reply
    owner: clerk
    done: [propose-remedy, inform-customer]
    clock: 1 WD
    next: acceptance
  acceptance:
    label: {zh-CN: 确认, en: Acceptance}
    customer: you
    owner: customer
    acceptance: outcome
    done: accept-outcome
    next: closed
    on: {refuse-outcome: {to: check, again: true}}
remedies:
  refund: {zh-CN: 退款, en: Refund}
reopen: check
`;

/** The shop's playbook with one piece of its text replaced; an Error when the piece is not there. */
export function shopWith(piece: string, other: string): string {
  if (!SHOP.includes(piece)) throw new Error(`the shop's playbook does not hold: ${piece}`);
  return SHOP.replace(piece, () => other);
}

/** The line of the shop's playbook (as changed) that holds this text. */
export function lineOf(text: string, yaml: string): number {
  return yaml.slice(0, yaml.indexOf(text)).split('\n').length;
}
