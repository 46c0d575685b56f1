import { matchesOf } from '../../src/domain/matches.js';
import { groupSpan, type Find, type Reading } from './reading.js';

const HAN = '\\u3400-\\u9fff';
const FLOOR = '(?:[一二三四五六七八九十\\d]{1,3}(?:楼|层)(?:的)?)?';
const SPOTS =
  '(?:大堂吧?|大厅|前台|柜台|总台|餐厅|早餐厅|自助餐厅|宴会厅|电梯口|电梯(?:间|里|内)|停车场|地下车库|车库|游泳池|泳池|健身房|走廊|客房|浴室|卫生间|洗手间|厕所|会议室|楼梯间?|咖啡厅|酒吧|行政酒廊|花园|大门口|正门|后门|露台|阳台)';
const CHINESE_PLACE = new RegExp(`在(?:你们?|贵|酒店|店里|宾馆|饭店)*(?:的)?(?<place>${FLOOR}${SPOTS})`, 'dg');
const ENGLISH_PLACE =
  /\b(?:in|at|by|near|outside) (?:the |your )(?<place>(?:ground[- ]floor |first[- ]floor |second[- ]floor |main |hotel |breakfast |underground )?(?:lobby|reception|front desk|restaurant|breakfast room|lift|elevator|car park|parking lot|garage|pool|swimming pool|gym|corridor|hallway|bathroom|bar|spa|entrance|stairs|staircase|conference room|garden))\b/dgi;

/** Where it happened, when a spot is named with "in" or "at". */
export function findPlace(reading: Reading): Find[] {
  for (const pattern of [CHINESE_PLACE, ENGLISH_PLACE]) {
    for (const match of matchesOf(reading.visible, pattern)) return [found(reading, 'place', match, 'place')];
  }
  return [];
}

const SHOP_KINDS = '(?:旗舰店|专卖店|专营店|官方店|直营店|服饰|商行|小铺|卖场)';
const CHINESE_SHOP = new RegExp(`(?<shop>[${HAN}A-Za-z0-9&]{1,12}?${SHOP_KINDS})`, 'dg');
const SHOP_BEFORE =
  /^.*(?:在|从|向|跟|找|和|与|是|叫|店铺|商家|卖家|去|到|给|的|买了|一家|from|at)(?=[\u3400-\u9fffA-Za-z0-9&]{2,})/;
const SHOP_NAME = "[A-Z][\\w&'’-]*(?: [A-Z][\\w&'’-]*){0,3}";
const ENGLISH_SHOP = new RegExp(
  `(?:\\b(?:bought|ordered|purchased|got|order|purchase)\\b[^.!?]{0,40}\\bfrom|\\b(?:seller|shop|store|merchant)(?:'s name)?(?: is| called| named|:)) (?<shop>${SHOP_NAME})(?= (?:and|but|on|last|yesterday|in)\\b|[,.;!?]|$)`,
  'dg',
);

/** The shop, when it is named as one (暖冬旗舰店). */
export function findMerchant(reading: Reading): Find[] {
  for (const match of matchesOf(reading.visible, CHINESE_SHOP)) {
    const find = found(reading, 'merchant', match, 'shop');
    const before = SHOP_BEFORE.exec(reading.plain.slice(find.start, find.end))?.[0].length ?? 0;
    const span = { start: find.start + before, end: find.end };
    const named = new RegExp(`^${SHOP_KINDS}$`).test(reading.plain.slice(span.start, span.end));
    if (!named) return [{ ...find, ...span, value: reading.original(span) }];
  }
  for (const match of matchesOf(reading.visible, ENGLISH_SHOP)) {
    if (
      !/^(?:The|My|Your|I|A|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|China|Taiwan|Hong|Beijing|Shanghai)\b/.test(
        match.groups!.shop!,
      )
    ) {
      return [found(reading, 'merchant', match, 'shop')];
    }
  }
  return [];
}

const CHINESE_BRANCH = new RegExp(
  `(?:在|去|到|住|你们(?:的|家)?|分店[是:]?)(?<branch>[${HAN}]{2,6}?(?:分店|(?<![酒饭商门本分这那家哪购物书药茶])店))(?!员|长|里|家|铺|主|面)`,
  'dg',
);
const ENGLISH_BRANCH =
  /\b(?:at|in|to|the|your) (?:the |your )?(?<branch>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}) (?:branch|hotel|store)\b/dg;

/** The branch of a chain, when it is named as one (湖滨店, the Station Road branch). */
export function findBranch(reading: Reading): Find[] {
  for (const pattern of [CHINESE_BRANCH, ENGLISH_BRANCH]) {
    for (const match of matchesOf(reading.visible, pattern)) {
      if (!/这|那|哪|实体|家店|一家|你们|购物|翡翠/.test(match.groups!.branch!))
        return [found(reading, 'branch', match, 'branch')];
    }
  }
  return [];
}

const CHINESE_DEALER = new RegExp(
  `(?:在|去|到|找|是|你们)(?<dealer>[${HAN}A-Za-z0-9]{2,14}?(?:4[sS]店|营业所|保养厂|经销商|汽车销售(?:服务)?(?:有限)?公司))`,
  'dg',
);
const ENGLISH_DEALER =
  /\b(?:at|from|by|dealer(?:ship)?:?|the) (?<dealer>[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,3})(?= dealer(?:ship)?\b| garage\b)|\bdealer(?:ship)?(?:,| is| called| named|:)? (?<named>[A-Z][\w&'’-]{2,}(?: [A-Z][\w&'’-]*){0,3})(?= [a-z]|[,.;!?]|$)/dg;

export function findDealer(reading: Reading): Find[] {
  for (const pattern of [CHINESE_DEALER, ENGLISH_DEALER]) {
    for (const match of matchesOf(reading.visible, pattern)) {
      const group = match.groups!.dealer ? 'dealer' : 'named';
      if (!/^(?:你们|这家|那家|当地|本地|一家|The|Your|My)/.test(match.groups![group]!))
        return [found(reading, 'dealer', match, group)];
    }
  }
  return [];
}

const CHINESE_COMPANY = new RegExp(
  `(?:我们?(?:公司)?(?:是|叫)|这里是|代表|来自|我司(?:是)?)(?<company>[${HAN}A-Za-z0-9()&]{2,24}?(?:有限公司|股份公司|公司|集团|工厂|厂))(?!的?(?:客户|会员|员工))|(?<![\\u3400-\\u9fff])(?<full>[${HAN}A-Za-z0-9()&]{2,20}(?:有限公司|股份公司))`,
  'dg',
);
const ENGLISH_COMPANY =
  /\b(?:from|for|of|at|we are|company(?: is|:)?) (?<company>[A-Z][\w&'’.-]*(?: [A-Z&][\w&'’.-]*){0,4} (?:Ltd|Limited|Inc|GmbH|LLC|Corp|Corporation|Co|Company|Industries|AG|SA|BV|Group)\b\.?)/dg;

export function findCompany(reading: Reading): Find[] {
  for (const pattern of [CHINESE_COMPANY, ENGLISH_COMPANY]) {
    for (const match of matchesOf(reading.visible, pattern)) {
      const group = match.groups!.company ? 'company' : 'full';
      if (!/^(?:你们|贵|垃圾|这家|那家|什么|黑心|骗子)/.test(match.groups![group]!))
        return [found(reading, 'company', match, group)];
    }
  }
  return [];
}

const CAR =
  /(?:车型|车款)[是:为\s]*(?!的)(?<model>[^,，。;；\s\ue000]{1,20}(?:\s?[\dA-Za-z][\dA-Za-z.]{1,8})?)|(?<kind>(?:轿车|SUV|MPV|跑车|皮卡|越野车|sedan|hatchback|pickup)\s?\d\.\d\s?[TLtl]?)|\bmy car is an? (?<english>[A-Za-z]\w*(?: [\w-]+)?)(?=[,.;!]|$)|我的?车是(?:一?[辆台])?(?<owned>[\u3400-\u9fffA-Za-z0-9. ]{2,12})(?=[,，。;；]|$)/dgi;

export function findCarModel(reading: Reading): Find[] {
  for (const match of matchesOf(reading.visible, CAR)) {
    const group = ['model', 'kind', 'english', 'owned'].find((name) => match.groups![name]);
    if (group) return [found(reading, 'car_model', match, group)];
  }
  return [];
}

const COUNT = '(?:件|个|只|台|箱|套|片|条|支|根|批|块|pcs|pieces|units)';
const QUANTITY = new RegExp(
  `(?:\\d{1,7}\\s?${COUNT}(?:货|产品)?(?:里面?|中|当中)?(?:有|就有)?\\s?\\d{1,7}\\s?${COUNT})|\\b\\d{1,7} (?:out )?of (?:the )?\\d{1,7}\\b|(?:数量|quantity)[是:为\\s]*\\d{1,7}\\s?${COUNT}?`,
  'dgi',
);

export function findQuantity(reading: Reading): Find[] {
  for (const match of matchesOf(reading.visible, QUANTITY)) return [found(reading, 'quantity', match, 0)];
  return [];
}

function found(reading: Reading, field: string, match: RegExpMatchArray, group: string | number): Find {
  const span = groupSpan(match, group)!;
  return { ...span, field, value: reading.original(span), sure: true };
}
