import { sentences } from '#domain/text/sentences.ts'
import { flat } from '#domain/text/flat.ts'

const NOT = "(?:n't|nt| not| no longer| never| cannot)"
/** What is wrong with a thing, in so plain words that nothing else can be meant; on flat text. */
export const plainFaults = {
  spaced: [
    '(?<!\\p{L})(?:no (?:me |se )?(?:funciona|enciende|carga|prende|arranca|abre|cierra|conecta|calienta|enfria|gira|mueve)|(?:dejo|ha dejado) de (?:funcionar|cargar|encender)|rot[oa]s?|averiad[oa]|defectuos[oa]|danad[oa]|gotea|pierde agua|estropead[oa]|se rompio)(?!\\p{L})',
    "(?<!\\p{L})(?:ne (?:fonctionne|marche|s'allume|(?:se )?charge|demarre|s'ouvre|chauffe|refroidit|tourne|bouge) (?:pas|plus)|(?:fonctionne|marche|s'allume|demarre) (?:pas|plus)|en panne|casse(?:e|s)?|defectueu(?:x|se)|endommage(?:e|s)?|abime(?:e|s)?|fuit|fuite)(?!\\p{L})",
    '(?<!\\p{L})(?:(?:funktioniert|ladt|startet|heizt|schlie(?:ss|ß)t|lasst sich) (?:\\p{L}+ ){0,4}?(?:nicht|kaum)(?: mehr)?|(?:geht|springt|schaltet) (?:\\p{L}+ ){0,3}?nicht (?:mehr )?(?:an|ein|aus)|kaputt|defekt(?:e[rns]?)?|gebrochen|beschadigt|zerbrochen|undicht|lauft aus|gerissen|wackelt|klemmt)(?!\\p{L})',
  ].join('|'),
  unspaced: [
    '坏了|壞了|坏掉|不能用|用不了|没法用|不工作|不好使|不好用|打不开|开不了机|不开机|充不进|充不上|不充电|充不了|没声音|不(?:会)?亮|不转|不制冷|不加热|不出水|漏水|漏气|漏油|漏电|(?:开|破|断|碎|干)裂|裂(?:开|了|纹|缝|口)|断了|碎了|破损|破了|破洞|掉漆|掉色|褪色|脱胶|开胶|松动|卡住|卡顿|死机|黑屏|花屏|闪屏|异响|噪音|故障|损坏|损毁|变形|生锈|发烫|过热|冒烟|异味|跳闸|报错|显示(?:错误| ?[a-z]{1,2}-?\\d{1,2}(?!\\d))|失灵',
    '壊れ|故障|動かな|動きません|動作しな|電源が入ら|(?:電源|ランプ|ライト|電気|明かり|灯り)(?:が|も)つかな|つかなくな|つきません|充電でき|充電されな|反応しな|音が出|水漏れ|(?:割れ|破れ|欠け|外れ)(?:て|た|まし)|不良|異音|エラー|開かな|閉まらな',
    'لا يعمل|لا تعمل|معطل|عطل(?!ه)|مكسور|تالف|توقف عن العمل|لا يشحن|يسرب|مشكله في الجهاز',
  ].join('|'),
} as const

const fault = new RegExp(
  [
    `(?<!\\p{L})(?:do|does|did|wo|ca|could|is|are|will|would|has)${NOT} (?:\\p{L}+ ){0,2}?(?:work|working|turn|turning|charge|charging|start|starting|open|opening|close|closing|connect|connecting|switch|power|heat|heating|cool|spin|hold|fit|respond|play|print|pair|light|boot|move|stay|stop|function|functioning|recogni[sz]e|show|load|cut|seal|lock)(?!\\p{L})`,
    '(?<!\\p{L})(?:stopped|stops|quit) (?:\\p{L}+ )?(?:working|charging|responding|turning|heating|playing|spinning)',
    "(?<!\\p{L})(?:broken|broke|cracked|defective|faulty|damaged|shattered|torn|ripped|leaks?|leaking|leaked|malfunction\\p{L}*|overheat\\p{L}*|flicker\\p{L}*|buzz(?:es|ing)|rattl\\p{L}+|smok(?:es|ing)|dead (?:on arrival|pixels?|battery)|out of order|not working|isn't working|fell off|came off|fell apart|peel(?:s|ing|ed)(?: off)?|rust(?:y|ed|ing)?|stuck|jammed|loose|burnt|scratched|dented|chipped|error (?:code|message)?|won'?t\\b|no (?:power|sound|picture|signal|display|heat)|makes? (?:a |an |strange |loud |weird ){0,20}nois\\p{L}+|drains? (?:too )?(?:fast|quickly))(?!\\p{L})",
    plainFaults.spaced,
    plainFaults.unspaced,
    '(?<!\\p{L})(?:geht|offnet) (?:\\p{L}+ ){0,4}?(?:nicht|kaum)(?!\\p{L})',
    '有问题|连不上|连接不上|无法|没反应|没电|裂|つかな|漏れ|割れ|破れ|欠け|切れ(?:て|た)|外れ',
  ].join('|'),
  'u',
)
const clauseEnd = /[,，;；]|(?: but | and now | und | pero | mais )/u
const LONGEST = 200

/** The sentence that says what is wrong with a thing, word for word; null when none does. */
export function symptomIn(text: string): string | null {
  for (const { text: sentence } of sentences(text)) {
    const match = fault.exec(flat(sentence))
    if (match === null) continue
    if (sentence.length <= LONGEST) return sentence
    const pieces = sentence.split(clauseEnd)
    return (pieces.find(piece => fault.test(flat(piece))) ?? sentence.slice(0, LONGEST)).trim()
  }
  return null
}
