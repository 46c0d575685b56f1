import type { Field } from '../../src/domain/field.js';
import { plainOf } from './reading.js';

/** What people call a field, beside its labels; simplified Chinese and English, longer names first where one contains another. */
const SYNONYMS: Record<string, string[]> = {
  order_no: [
    '订单编号',
    '订单号码',
    '订单号',
    '订单',
    '单号',
    'order number',
    'order no',
    'order id',
    'order',
    'booking number',
    'booking reference',
    'booking',
    'reservation number',
    'confirmation number',
  ],
  room_no: ['房间号码', '房间号', '房号', '房间', 'room number', 'room no', 'room'],
  place: ['地点', '位置', '地方', 'place', 'location'],
  occurred_at: ['发生时间', '时间', '日期', 'date and time', 'date', 'time'],
  plate_no: [
    '车牌号码',
    '车牌号',
    '车牌',
    'plate number',
    'number plate',
    'licence plate',
    'license plate',
    'plate',
    'registration number',
    'registration',
  ],
  car_model: ['车型', '车款', 'car model', 'model of the car', 'car'],
  vin: ['车架号码', '车架号', '车身号码', '识别代号', 'vin number', 'vin', 'chassis number'],
  unit_no: [
    '房号',
    '门牌号',
    '门牌',
    '户号',
    '楼栋',
    '单元',
    'unit number',
    'unit',
    'flat number',
    'flat',
    'apartment number',
    'apartment',
  ],
  branch: ['分店', '门店', '店名', '哪家店', 'branch', 'hotel'],
  member_no: ['会员编号', '会员卡号', '会员号', '会员', 'member number', 'membership number', 'member id'],
  product_no: [
    '产品型号',
    '产品编号',
    '产品号',
    '料号',
    '品号',
    'product number',
    'part number',
    'product no',
    'part no',
    'product',
  ],
  batch_no: ['批号', '批次号', '批次', 'batch number', 'batch no', 'lot number', 'lot no', 'batch', 'lot'],
  quantity: ['数量', '不良数', 'quantity', 'number of pieces'],
  merchant: ['商家', '店铺', '店名', '卖家', '卖场', 'merchant', 'shop', 'seller', 'store'],
  amount: ['金额', '价钱', '价格', '钱数', '实付', '总价', '总额', 'amount', 'sum', 'price'],
  company: ['公司名称', '公司名', '公司', 'company name', 'company'],
  model: ['设备型号', '机型', '型号', 'model number', 'model'],
  purchased_on: ['购买日期', '购买时间', '买的时间', 'purchase date', 'date of purchase'],
  preferred_time: ['上门时间', '到府时间', '方便的时间', '预约时间', '时间', 'visit time', 'preferred time', 'time'],
  accused: ['涉及人员', '被投诉人', '投诉对象', '对方姓名', 'person concerned', 'person involved', 'staff member'],
  concerned: ['涉及人员', '被投诉人', '投诉对象', '对方姓名', 'person concerned', 'person involved', 'staff member'],
  dealer: ['经销商', '4s店', '营业所', '保养厂', 'dealership', 'dealer', 'garage'],
  name: ['姓名', '名字', '称呼', 'full name', 'name'],
  phone: [
    '联系电话',
    '电话号码',
    '手机号码',
    '联络电话',
    '手机号',
    '电话',
    '手机',
    '号码',
    'phone number',
    'mobile number',
    'telephone number',
    'contact number',
    'cell number',
    'phone',
    'mobile',
    'telephone',
    'number',
  ],
  email: ['电子邮箱', '电子邮件', '电子信箱', '邮箱', '信箱', 'email address', 'e-mail address', 'e-mail', 'email'],
  outcome: ['要求', '诉求', '我的要求', '希望', '处理方式', 'wish', 'outcome', 'request', 'demand'],
  content: ['经过', '事情经过', '内容', '描述', 'story', 'description', 'what happened', 'details'],
  category: ['类别', '分类', 'category', 'type'],
  evidence: ['证据', '照片', '附件', 'evidence', 'photo', 'photos', 'file', 'files', 'attachment'],
};

/** A name of a field, as it stands in plain text, lower case. */
export interface Label {
  field: Field;
  name: string;
}

const matter = (id: string, zhCN: string, zhTW: string, en: string): Field => ({
  id,
  type: 'text',
  optional: false,
  label: { 'zh-CN': zhCN, 'zh-TW': zhTW, en },
});

/** What is no field of the intake and can be corrected all the same; the value is in the customer's words. */
const MATTER: Field[] = [matter('category', '类型', '類型', 'type'), matter('kind', '性质', '性質', 'kind')];

const cached = new WeakMap<Field[], Label[]>();

/** Every name of every field: ids, the labels in three languages, synonyms; longest first. */
export function labelsOf(fields: Field[]): Label[] {
  let labels = cached.get(fields);
  if (!labels) {
    labels = [...fields, ...MATTER].flatMap(namesOf).sort((a, b) => b.name.length - a.name.length);
    cached.set(fields, labels);
  }
  return labels;
}

function namesOf(field: Field): Label[] {
  const written = Object.values(field.label).map((label) => plainOf(label).toLowerCase().trim());
  const names = new Set([
    field.id.toLowerCase(),
    field.id.toLowerCase().replaceAll('_', ' '),
    ...written,
    ...(SYNONYMS[field.id] ?? []),
  ]);
  return [...names].filter(Boolean).map((name) => ({ field, name }));
}

/** A regular expression that matches any of the names; the group is its own. */
export function anyOf(labels: Label[]): string {
  const names = [...new Set(labels.map(({ name }) => name))].map((name) => {
    const source = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s?');
    return /^\w/.test(name) ? `(?<![\\w])${source}(?![a-z])` : source;
  });
  return names.length > 0 ? `(${names.join('|')})` : '(?!)';
}

/** The field that a name means; of several, the one asked for now, else one that is filled, else the first. */
export function fieldNamed(name: string, labels: Label[], prefer: (string | undefined)[]): Field | undefined {
  const wanted = name.toLowerCase().replace(/\s+/g, ' ');
  const fields = labels
    .filter((label) => label.name === wanted || label.name.replaceAll(' ', '') === wanted.replaceAll(' ', ''))
    .map(({ field }) => field);
  return fields.find(({ id }) => prefer.includes(id)) ?? fields[0];
}
