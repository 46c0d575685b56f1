import { officeCn } from '../../src/domain/calendars/office-cn.js';
import type { Field, FieldType } from '../../src/domain/field.js';
import type { Texts } from '../../src/domain/language.js';
import type { Playbook } from '../../src/domain/playbook.js';

const texts = (zh: string, tw: string, en: string): Texts => ({ 'zh-CN': zh, 'zh-TW': tw, en });

export function field(id: string, label: Texts, more: Partial<Field> & { type?: FieldType } = {}): Field {
  return { id, type: 'text', optional: false, label, ...more };
}

const PHONE = texts('13800138000', '0912345678', '+86 138 0013 8000');

/** A small procedure with everything that the intake can ask for, for tests of the dialogs. */
export function smallPlaybook(changes: Partial<Playbook> = {}): Playbook {
  return {
    id: 'small',
    version: 1,
    hash: 'hash-of-small',
    region: 'cn',
    languages: ['zh-CN', 'zh-TW', 'en'],
    title: texts('旅游投诉', '旅遊客訴', 'Travel complaints'),
    company: texts('山海行', '山海行', 'Shanhai Travel'),
    calendar: officeCn,
    kinds: [
      { id: 'complaint', label: texts('投诉', '客訴', 'Complaint'), start: [{ to: 'classify' }], receipt: 'complaint' },
    ],
    sources: ['chat'],
    roles: [
      { id: 'service', label: texts('客户服务部', '客戶服務部', 'Customer service') },
      { id: 'leader', label: texts('公司负责人', '公司高層主管', 'Company management') },
    ],
    departments: [],
    superiors: { service: 'leader' },
    natures: [],
    severities: [
      { id: 'general', label: texts('一般', '一般', 'General') },
      { id: 'major', label: texts('重大', '重大', 'Major') },
    ],
    targets: [],
    categories: [
      { id: 'service_attitude', label: texts('服务态度', '服務態度', 'attitude'), feel: 'staff' },
      { id: 'facility', label: texts('设施', '設施', 'facility'), feel: 'broken' },
      { id: 'billing', label: texts('账单', '帳單', 'billing'), feel: 'price' },
      { id: 'counterfeit', label: texts('假货', '仿冒品', 'counterfeit'), feel: 'goods' },
      { id: 'safety', label: texts('安全', '安全', 'safety') },
      { id: 'other', label: texts('其他', '其他', 'Something else') },
    ],
    fields: [
      field('content', texts('经过', '經過', 'What happened')),
      field('occurred_at', texts('时间', '時間', 'Time'), { type: 'datetime' }),
      field('order_no', texts('订单号', '訂單編號', 'Order number'), {
        optional: true,
        pattern: 'TR\\d{8}-\\d{1,4}',
        example: texts('TR20260301-88', 'TR20260301-88', 'TR20260301-88'),
      }),
      field('name', texts('姓名', '姓名', 'Name')),
      field('phone', texts('手机', '手機', 'Phone'), { type: 'phone', example: PHONE }),
      field('outcome', texts('您的要求', '您的要求', 'Your wish')),
      field('accused', texts('涉及人员', '相關人員', 'Person concerned'), {
        optional: true,
        askedWhen: ['导游', '前台', 'guide'],
      }),
      field('evidence', texts('文件', '檔案', 'Files'), { type: 'file', optional: true, askedWhen: ['照片', 'photo'] }),
    ],
    severityRules: [],
    repeat: { days: 30, sameAny: ['order_no'], sameWhere: ['place'] },
    alerts: [{ on: { severity: 'major' }, tell: ['leader'] }],
    stages: [
      {
        id: 'classify',
        label: texts('分类', '分類', 'Classify'),
        customerLabel: 'look',
        owner: [{ roles: ['service'] }],
        needs: [],
        next: [{ to: 'closed' }],
      },
    ],
    caseClocks: [],
    remedies: [],
    reopen: { '*': 'classify' },
    survey: {
      questions: [
        { id: 'quality', label: texts('服务质量怎么样？', '服務品質如何？', 'And the quality?'), type: 'score' },
      ],
    },
    neverSilent: false,
    reports: [],
    openCourse: false,
    wording: {},
    ...changes,
  };
}

/** The same with the place and room of a house that never closes. */
export function houseFields(): Field[] {
  const [content, occurred, , name, phone, outcome, accused, evidence] = smallPlaybook().fields;
  return [
    content!,
    occurred!,
    field('place', texts('地点', '地點', 'Place')),
    field('room_no', texts('房号', '房號', 'Room'), { optional: true, pattern: '[A-Za-z]?-?\\d{3,5}' }),
    name!,
    phone!,
    outcome!,
    accused!,
    evidence!,
  ];
}
