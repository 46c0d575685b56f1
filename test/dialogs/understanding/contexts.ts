import type { UnderstandContext } from '../../../dialogs/understanding/understand.js';
import type { Field } from '../../../src/domain/field.js';
import type { Language } from '../../../src/domain/language.js';

const field = (id: string, zhCN: string, zhTW: string, en: string, more: Partial<Field> = {}): Field => ({
  id,
  type: 'text',
  optional: false,
  label: { 'zh-CN': zhCN, 'zh-TW': zhTW, en },
  ...more,
});

/** Fields as playbooks have them. */
const ALL = {
  content: field('content', '经过', '經過', 'what happened'),
  occurred_at: field('occurred_at', '时间', '時間', 'time', { type: 'datetime' }),
  place: field('place', '地点', '地點', 'place'),
  order_no: field('order_no', '订单号', '訂單編號', 'order number', { optional: true, pattern: 'TR\\d{8}-\\d{2,3}' }),
  market_order: field('order_no', '订单号', '訂單編號', 'order number', { pattern: '\\d{13}' }),
  room_no: field('room_no', '房号', '房號', 'room', { optional: true, pattern: '[A-Z]?\\d{2,5}[A-Z]?' }),
  concerned: field('concerned', '涉及人员', '相關人員', 'person concerned', { unknownAllowed: true }),
  accused: field('accused', '涉及人员', '相關人員', 'person concerned', { optional: true }),
  name: field('name', '姓名', '姓名', 'name'),
  phone: field('phone', '手机', '手機', 'phone', { type: 'phone' }),
  outcome: field('outcome', '您的要求', '您的要求', 'your wish'),
  evidence: field('evidence', '文件', '檔案', 'files', { type: 'file', optional: true }),
  merchant: field('merchant', '店铺', '賣場', 'shop', { optional: true }),
  amount: field('amount', '金额', '金額', 'amount', { type: 'amount', optional: true }),
  car_model: field('car_model', '车型', '車型', 'car model'),
  plate_no: field('plate_no', '车牌号', '車牌號碼', 'plate number'),
  vin: field('vin', '车架号', '車身號碼', 'VIN', { optional: true, pattern: '[A-HJ-NPR-Z0-9]{17}' }),
  dealer: field('dealer', '4S 店', '營業所', 'dealer', { optional: true }),
  unit_no: field('unit_no', '房号', '戶號', 'unit'),
  preferred_time: field('preferred_time', '上门时间', '到府時間', 'visit time', { optional: true }),
  model: field('model', '型号', '型號', 'model', { optional: true }),
  purchased_on: field('purchased_on', '购买日期', '購買日期', 'date of purchase', { type: 'datetime', optional: true }),
  branch: field('branch', '分店', '分店', 'branch'),
  member_no: field('member_no', '会员号', '會員編號', 'member number', { optional: true }),
  product_no: field('product_no', '产品型号', '產品型號', 'product number'),
  batch_no: field('batch_no', '批号', '批號', 'batch number', { optional: true }),
  quantity: field('quantity', '数量', '數量', 'quantity', { optional: true }),
  returned_goods: field('returned_goods', '退货', '退貨', 'returned goods', {
    type: 'choice',
    optional: true,
    choices: [
      { id: 'yes', label: { 'zh-CN': '有退货', 'zh-TW': '有退貨', en: 'Goods returned' } },
      { id: 'no', label: { 'zh-CN': '没有退货', 'zh-TW': '沒有退貨', en: 'Nothing returned' } },
    ],
  }),
  company: field('company', '公司', '公司', 'company'),
  email: field('email', '邮箱', '電子信箱', 'e-mail', { type: 'email', optional: true }),
};
type Id = keyof typeof ALL;
const some = (...ids: Id[]): Field[] => ids.map((id) => ALL[id]);

export const FIELDS = {
  travel: some('content', 'occurred_at', 'order_no', 'name', 'phone', 'outcome', 'accused', 'evidence'),
  hotel: some('content', 'occurred_at', 'place', 'concerned', 'room_no', 'name', 'phone', 'outcome', 'evidence'),
  capa: some('content', 'product_no', 'batch_no', 'quantity', 'returned_goods', 'name', 'company', 'phone', 'outcome'),
  market: some('content', 'market_order', 'merchant', 'amount', 'name', 'phone', 'outcome', 'evidence'),
  dealer: some('content', 'car_model', 'plate_no', 'name', 'phone', 'outcome', 'accused', 'evidence'),
  property: some(
    'content',
    'unit_no',
    'name',
    'phone',
    'preferred_time',
    'model',
    'purchased_on',
    'outcome',
    'accused',
  ),
  brand: some('content', 'vin', 'dealer', 'occurred_at', 'name', 'phone', 'outcome', 'accused'),
  group: some('content', 'branch', 'occurred_at', 'member_no', 'name', 'phone', 'outcome', 'accused'),
  mail: some('content', 'name', 'phone', 'email'),
};

export const fieldOf = (id: Id): Field => ALL[id];

/** A context in Shanghai on Tuesday 2026-03-10, 14:30, unless said otherwise. */
export function contextOf(
  fields: keyof typeof FIELDS,
  {
    at = '2026-03-10T14:30:00+08:00',
    language = 'zh-CN' as Language,
    ...more
  }: Partial<UnderstandContext> & { at?: string } = {},
): UnderstandContext {
  const region = more.region ?? (language === 'zh-TW' ? 'tw' : 'cn');
  return { now: new Date(at), zone: 'Asia/Shanghai', language, region, fields: FIELDS[fields], ...more };
}
