/** Chinese family names in simplified characters, the frequent ones. */
const SINGLE =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋植甘景薄包司柏宁柯阮桂闵柴华冉边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟褚廉简娄盖符奚木穆党郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝巩稽井仲乐虞卞封竺冼衣楚佟栗匡宗台巫鞠僧桑荆谌银伏岑习胥保蔺';
const DOUBLE = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '夏侯',
  '长孙',
  '端木',
  '南宫',
  '百里',
  '东郭',
  '呼延',
  '张简',
  '范姜',
];
const singles = new Set(SINGLE);

/** How many characters of a simplified text that begins with a family name are that name; 0 when it does not. */
export function surnameLength(text: string): number {
  if (DOUBLE.some((name) => text.startsWith(name))) return 2;
  return singles.has(text[0] ?? '') ? 1 : 0;
}
