import { z } from 'zod';
import type { RepeatRule, SeverityRule } from '../../domain/playbook.js';
import { condition } from './condition.js';
import { need, present } from './need.js';
import type { TextsSchema } from './texts.js';
import { duration, id, ids, oneOrMore } from './values.js';

const said = z.array(z.string().trim().min(2)).default([]);

export function severityRuleSchema(texts: TextsSchema): z.ZodType<Omit<SeverityRule, 'id'>> {
  return z
    .strictObject({
      to: id,
      because: texts,
      words: z.strictObject({ zh: said, en: said }).default({ zh: [], en: [] }),
      unless: z.strictObject({ zh: said, en: said }).optional(),
      alarms: z.array(z.enum(['injury', 'harassment', 'bereavement'])).optional(),
      categories: ids.optional(),
      'amount-at-least': z.number().min(0).optional(),
      'same-field': z.strictObject({ field: id, cases: z.int().min(2), days: z.int().min(1) }).optional(),
    })
    .transform(({ 'amount-at-least': amountAtLeast, 'same-field': sameField, ...rest }) =>
      present({ ...rest, amountAtLeast, sameField }),
    );
}

export const repeat: z.ZodType<RepeatRule> = z
  .strictObject({ days: z.int().min(1).max(3650), 'same-any': z.array(id), 'same-where': z.array(id).default([]) })
  .transform(({ days, 'same-any': sameAny, 'same-where': sameWhere }) => ({ days, sameAny, sameWhere }));

/** `on: opened`, or the severity that is reached. */
export const alert = z
  .strictObject({ on: id, kinds: ids.optional(), when: condition.optional(), tell: ids })
  .transform(({ on, ...rest }) => ({ ...present(rest), on: on === 'opened' ? ('opened' as const) : { severity: on } }));

const start = z.union(
  [
    z.literal('opened').transform(() => ({ on: 'opened' as const })),
    z.strictObject({ severity: id }),
    z.strictObject({ leaving: id }),
    z.strictObject({ recorded: need }),
    z.strictObject({ stopped: id }),
  ],
  'write opened, {severity: ...}, {leaving: a stage}, {recorded: a verb} or {stopped: a clock}',
);

/** A clock of the case, beside the stages. */
export const caseClock = z
  .strictObject({
    id,
    start,
    when: condition.optional(),
    within: duration,
    'from-opening': z.boolean().optional(),
    unpaused: z.boolean().optional(),
    'met-by': oneOrMore(need),
    charged: id.optional(),
    'no-escalation': z.boolean().optional(),
    'third-party': id.optional(),
    tell: ids.optional(),
  })
  .transform(
    ({
      within,
      'from-opening': fromOpening,
      'met-by': metBy,
      'no-escalation': noEscalation,
      'third-party': thirdParty,
      ...rest
    }) => ({ ...present({ ...rest, fromOpening, noEscalation, thirdParty }), duration: within, metBy }),
  );

/** Numbers of the common rules, by their names with dashes. */
export const commonRules = z
  .strictObject({
    'acceptance-reminder': duration.optional(),
    'acceptance-lapse': duration.optional(),
    'call-again': duration.optional(),
    acknowledge: duration.optional(),
    'first-word': duration.optional(),
    silence: duration.optional(),
    survey: duration.optional(),
    'survey-reminder': duration.optional(),
    'survey-expiry': duration.optional(),
    'survey-gap': duration.optional(),
    'low-score': z.int().min(0).max(4).optional(),
    'question-reminder': duration.optional(),
    'question-expiry': duration.optional(),
    'final-round': z.int().min(1).optional(),
  })
  .transform((map) =>
    present({
      acceptanceReminder: map['acceptance-reminder'],
      acceptanceLapse: map['acceptance-lapse'],
      callAgain: map['call-again'],
      acknowledge: map.acknowledge,
      firstWord: map['first-word'],
      silence: map.silence,
      survey: map.survey,
      surveyReminder: map['survey-reminder'],
      surveyExpiry: map['survey-expiry'],
      surveyGap: map['survey-gap'],
      lowScore: map['low-score'],
      questionReminder: map['question-reminder'],
      questionExpiry: map['question-expiry'],
      finalRound: map['final-round'],
    }),
  );
