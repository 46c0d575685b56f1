import type { Heard } from './listen.js';
import { kindOf } from './intake/draft.js';
import type { Turn } from './turn.js';
import { quoteOf } from './understanding/quote.js';
import { plainOf } from './understanding/reading.js';
import { phrase } from './wording/phrase.js';

/** What a story speaks of when the comfort of its category's family fits it; a wrong comfort is worse than none. */
const FITS: Record<string, RegExp> = {
  staff:
    /态度|服务|脸色|骂|凶|吼|吵|不耐烦|不理|理人|挂(?:了)?(?:我)?的?电话|摔|甩|扔|怼|嘲|笑|催|瞪|敷衍|推(?:托|脱|来)|礼貌|赶|素质|冷漠|rude|attitude|shout|yell|laugh|ignor|dismissive|unfriendly|sneer|eye[- ]?roll|argued?/i,
  broken:
    /坏|不制冷|不热|不出|没热水|漏|堵|失灵|故障|打不开|关不|锁不|不能用|用不了|不亮|停电|没电|断|裂|破|不动|卡|修|没有?(?:网|信号|空调|暖气)|连不上|不好使|broke|not work|n't work|stopped working|out of order|fault|leak|jammed|stuck|no (?:hot )?water|wifi|wi-fi|repair/i,
  noise: /吵|响|噪|闹|隔音|声音|听得|施工|装修|没睡|睡不|nois|loud|bang|shout|music|drill|sleep|party|hear/i,
  clean:
    /脏|味|臭|霉|虫|蚊|蟑|鼠|头发|毛发|血|渍|污|灰|卫生|不干净|没(?:打扫|换|洗)|dirt|filth|smell|stain|hair|mould|mold|bug|cockroach|unclean|not clean|dust|sticky/i,
  price:
    /钱|元|块|价|贵|费|账|帐|收|扣|退款|押金|发票|charg|bill|price|fee|paid|pay|money|refund|deposit|expensive|cost/i,
  late: /等|晚|迟|拖|久|慢|还没|没到|没来|不来|没收到|没退|一直|至今|延误|催|wait|late|delay|still|never (?:came|arrived|got)|no reply|weeks?|nobody/i,
};

/** The first words on a matter: what was heard, in the customer's own words, and sorrow for it; once a matter. */
export function hearOut(turn: Turn, heard: Heard): void {
  if (turn.memory['heardOut']) return;
  turn.memory['heardOut'] = true;
  const draft = turn.draft!;
  const { playbook } = turn.context;
  const { alarms, signs } = heard.means;
  const { receipt } = kindOf(draft, playbook);
  if (signs.includes('insult')) {
    turn.dialog.insults += 1;
    turn.say('ack.insult');
  }
  if (draft.kind && receipt === 'suggestion') turn.say('kind.suggestion');
  else if (!draft.kind || receipt === 'complaint' || receipt === 'request') beSorry(turn, heard);
  if (!alarms.includes('public')) return;
  turn.memory['public'] = true;
  turn.say('ack.public');
}

function beSorry(turn: Turn, heard: Heard): void {
  const draft = turn.draft!;
  const { playbook, classify } = turn.context;
  const story = draft.fields['content'] ?? '';
  const words = classify(story, 'category').words;
  const quote = quoteOf(heard.text, words, turn.language) ?? '';
  if (heard.means.alarms.includes('face')) return void turn.say('ack.face');
  if (heard.means.alarms.includes('money')) return void turn.say('ack.money', { quote });
  const family = playbook.categories.find(({ id }) => id === draft.category)?.feel;
  const fits = family !== undefined && (FITS[family]?.test(plainOf(story)) ?? true);
  turn.say('ack.inconvenience', { quote, feel: fits ? { phrase: phrase(`feel.${family}`) } : '' });
}
