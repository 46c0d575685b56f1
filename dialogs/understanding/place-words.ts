/** What a place ends with. */
const PLACE =
  /(?:楼|层|口|房|间|屋|家|室|厅|堂|店|路|街|号|区|院|站|馆|台|场|门|梯|亭|池|廊|旁|边|里|外|处|库|座|栋|市|县|镇|城|村|园|山|岛|湖|河|海|滩|上|中|中心|吧|方|网|页|群|lobby|floor|room|restaurant|reception|desk|pool|gym|bar|street|road|station|entrance|lift|elevator|park|garage|corridor|hall|lounge|terrace|area|suite|buffet|airport|gate|counter)(?:\s?[A-Z]?\d{1,3})?$/i;

const NO_PLACE =
  /[我你您他她]|说|让|[男女](?:的|生|孩|人)?$|再见|再見|拜拜|\bbye|打电话|没|了$|[吗呢吧]$|\d\s?(?:天|小时|分钟|块|元|点)|投诉|车牌|^[\u3400-\u9fff][A-Z][A-Z\d]{5,6}$|[昨今明前]天|[上下]午|早上|晚上|凌晨|不(?:想|要|知)|(?:太太|先生|小姐|女士)$|^no\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:i|you|they|we|he|she|was|were|did|called|told|because|amount|yesterday|today|this (?:morning|evening|afternoon)|last night|[ap]m|don't|didn't)\b|@/i;

/** What somebody did, and how it was: told of a place, never its name, whatever the words end with. */
const TELLS =
  /[让叫给跟对把被替][我你您他她咱](?!.{0,4}的)|自己|^(?:退|赔|补偿)(?!房|票|税)|(?:退房|换房|订房|入住)(?!处|柜|台|登记)|态度|敲门|开门|关门|出门|上门|[说骂吼][我你您他她]|的人|(?:很|太(?![湖阳平子原仓])|特别|非常|一直|根本|居然|竟然)(?!.{0,6}的)|\b(?:he|she|they|you|who|nobody|someone) (?:\w+ )?(?:told|said|asked|sent|made|shouted|ignored|refused|was|were|is|are|did|had)\b|\b(?:rude|ignored|refused|shouted|because|told|broken|dirty)\b/i;

/** How something was, and what joins sentences: in no name and no place. */
const HOW =
  /不错|好吃|难吃|一般[般]?$|感觉|觉得|质量|味道|服务(?!台|中心|处|区)|太(?!太|子|阳|平|湖|原|仓)|差(?!旅)|便宜|满意|还有|[关开打修进找睡]不|但是|因为|如果|而且|就是|还是|都是|超级|什么|怎么/;

export const tellsHow = (plain: string): boolean => HOW.test(plain);

/** As many characters as a place hardly has. */
const LONGEST = 24;

const isChinese = (plain: string): boolean => /[\u3400-\u9fff]/.test(plain);

export const endsAsPlace = (plain: string): boolean => PLACE.test(plain);

/** Whether words that were given for a place cannot be one: somebody does something there, or it is a time. */
export const isNoPlace = (plain: string): boolean =>
  TELLS.test(plain) ||
  tellsHow(plain) ||
  (isChinese(plain) && plain.length > LONGEST) ||
  (NO_PLACE.test(plain) && !PLACE.test(plain));

/** A few words that name a place and tell nothing else. */
export const isPlaceAlone = (plain: string): boolean =>
  PLACE.test(plain) && !NO_PLACE.test(plain) && !TELLS.test(plain) && plain.length <= (isChinese(plain) ? 10 : 30);
