import { z } from 'zod';
import { LANGUAGES, type Language } from '../../domain/language.js';
import type { Playbook } from '../../domain/playbook.js';
import { budget, callback, contacts, reopen, reports, sample } from './after-closing.js';
import { calendarSchema } from './calendar.js';
import { fieldSchema } from './field.js';
import { namedMap } from './named.js';
import { need, present } from './need.js';
import { alert, caseClock, commonRules, repeat, severityRuleSchema } from './rules.js';
import { branches, stageSchema } from './stage.js';
import { textsSchema, type TextsSchema } from './texts.js';
import { duration, entries, id, ids, oneOrMore } from './values.js';

const FEELINGS = ['staff', 'broken', 'noise', 'clean', 'price', 'late', 'goods'] as const;
const SOURCES = ['chat', 'phone', 'email', 'social', 'counter'];
const COMPLAINT = { 'zh-CN': '投诉', 'zh-TW': '客訴', en: 'Complaint' };

/** What the shape of the rest depends on. */
export interface Known {
  languages: Language[];
  calendar: unknown;
}

/** Reads a playbook's YAML data into the domain's shape (without its hash); names are not yet checked against each other. */
export function playbookSchema({ languages, calendar: written }: Known): z.ZodType<Omit<Playbook, 'hash'>> {
  const texts = textsSchema(languages);
  const named = namedMap(languages, {});
  return z
    .strictObject({
      id: z
        .string()
        .max(40)
        .regex(/^[a-z][a-z0-9-]*$/, 'write small letters, digits and dashes'),
      version: z.int().min(1),
      region: z.enum(['cn', 'tw', 'other']),
      languages: z.array(z.enum(LANGUAGES)).min(1),
      title: texts,
      company: texts,
      calendar: calendarSchema(written),
      kinds: z.record(id, kindSchema(texts)).transform(entries).optional(),
      sources: ids.default(SOURCES),
      roles: namedMap(languages, { 'by-department': z.boolean().optional() }).transform((roles) =>
        roles.map(({ 'by-department': byDepartment, ...role }) => present({ ...role, byDepartment })),
      ),
      departments: named.default([]),
      superiors: z.record(id, id).default({}),
      natures: named.default([]),
      severities: named.refine((list) => list.length > 0, 'name at least one'),
      targets: named.default([]),
      tiers: named.optional(),
      categories: namedMap(languages, { feel: z.enum(FEELINGS).optional() }).refine(
        (list) => list.length > 0,
        'name at least one',
      ),
      fields: z.record(id, fieldSchema(texts, languages)).transform(entries),
      'accused-field': id.optional(),
      signed: z.boolean().optional(),
      'severity-rules': z.record(id, severityRuleSchema(texts)).transform(entries).default([]),
      repeat,
      alerts: z.array(alert).default([]),
      stages: z.record(id, stageSchema(texts)).transform(entries),
      'case-clocks': z.array(caseClock).default([]),
      remedies: named.default([]),
      reopen,
      survey: surveySchema(languages),
      callback: callback.optional(),
      closing: oneOrMore(need).optional(),
      contacts: contacts.optional(),
      promises: promiseSchema(texts).optional(),
      budget: budget.optional(),
      'guest-note': z.boolean().optional(),
      sample: sample.optional(),
      rules: commonRules.optional(),
      'never-silent': z.boolean().default(false),
      reports: reports.default([]),
      keep: duration.optional(),
      'open-course': z.boolean().default(false),
      wording: z
        .record(z.string().regex(/^(ask|why|feel|stage)\.[\w.]+$/, 'only ask.*, why.*, feel.*, stage.*'), texts)
        .default({}),
    })
    .transform(
      ({
        'severity-rules': severityRules,
        'case-clocks': caseClocks,
        'guest-note': guestNote,
        'accused-field': accusedField,
        'never-silent': neverSilent,
        'open-course': openCourse,
        kinds,
        ...rest
      }) => ({
        ...present({ ...rest, guestNote, accusedField }),
        kinds: kinds ?? [complaints(rest.stages[0]?.id ?? '')],
        severityRules,
        caseClocks,
        neverSilent,
        openCourse,
      }),
    );
}

function kindSchema(texts: TextsSchema) {
  return z
    .strictObject({
      label: texts,
      start: branches,
      severity: id.optional(),
      'no-repeat': z.boolean().optional(),
      words: z.array(z.string().min(1)).optional(),
      receipt: z.enum(['complaint', 'suggestion', 'question', 'request']).default('complaint'),
    })
    .transform(({ 'no-repeat': noRepeat, ...rest }) => present({ ...rest, noRepeat }));
}

/** The one kind of a playbook that names none. */
function complaints(start: string): Playbook['kinds'][number] {
  return { id: 'complaint', label: COMPLAINT, start: [{ to: start }], receipt: 'complaint' };
}

/** Every playbook asks score and words; `survey` adds questions, `survey: false` leaves it out. */
function surveySchema(languages: Language[]) {
  const questions = namedMap(languages, { type: z.enum(['score', 'text']) });
  return z.preprocess(
    (value) => (value === undefined ? {} : value),
    z
      .union([z.literal(false), questions], 'write false, or a map of further questions')
      .transform((list) => (list === false ? undefined : { questions: list })),
  );
}

function promiseSchema(texts: TextsSchema) {
  return z.record(id, z.strictObject({ text: texts, pays: z.number().min(0) })).transform(entries);
}
