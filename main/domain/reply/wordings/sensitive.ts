import { anywhere, fold, matchesAny, words } from './fold.ts'

/** What a machine must not talk about with a customer. The order is the order of weight: the first one found is named. */
export type Risk =
  'self-harm' | 'threat' | 'safety' | 'medical' | 'legal' | 'payment-dispute' | 'privacy-request' | 'complaint'

const lists: readonly { risk: Risk; patterns: readonly RegExp[] }[] = [
  {
    risk: 'self-harm',
    patterns: [
      words(
        'kill(?:ing)? myself|suicid(?:e|al)|end (?:my life|it all)|want to die|hurt(?:ing)? myself|harm(?:ing)? myself',
        'suicidarme|suicidio|quitarme la vida|quiero morir(?:me)?',
        'me suicider|suicidaire|mettre fin a mes jours|envie de mourir',
        'selbstmord|suizid|mich umbringen|mir das leben nehmen|will sterben|nicht mehr leben',
      ),
      anywhere('自杀|自殺|不想活|轻生|輕生|死にたい|انتحار|انتحر|اقتل نفسي|اريد ان اموت'),
    ],
  },
  {
    risk: 'threat',
    patterns: [
      words(
        "(?:will|gonna|going to|'ll) (?:kill|hurt|beat|find|shoot|stab) (?:you|u|him|her|them)|burn (?:down )?your|blow up your|bomb threat|plant a bomb|know where you live|you(?:'re| are) (?:dead|going to pay)",
        'te voy a matar|los voy a matar|se donde vives|quemar(?:e)? (?:la|su|tu) tienda',
        'je vais (?:te|vous) tuer|je sais ou (?:tu habites|vous habitez)|bruler votre',
        '(?:bringe|mach)(?: \\S+)? (?:dich|euch|sie) (?:um|fertig|kalt)|ich weiß wo (?:du|ihr|sie)',
      ),
      anywhere(
        '(?:杀|殺|弄死|打死|砍|捅)了?(?:你|妳|他|她)|砸了?你们?的?店|放火烧|殺してやる|ぶっ殺|ساقتلك|ساقتلكم|اعرف اين تسكن',
      ),
    ],
  },
  {
    risk: 'safety',
    patterns: [
      words(
        'caught fire|on fire|exploded|electric shock|electrocuted|(?:got|was|were|been|is|burned|burnt) (?:badly )?(?:injured|burned|burnt|scalded|bleeding)|is bleeding|choked on',
        'se incendio|se prendio fuego|exploto|quemadura|herid[oa]|descarga electrica',
        'a pris feu|a explose|blessee?|brulure|choc electrique|electrocutee?',
        'feuer gefangen|gebrannt|explodiert|verletzt|verbrannt|verbrennung|stromschlag',
      ),
      anywhere(
        '着火|起火|爆炸|触电|觸電|受伤|受傷|烫伤|燙傷|割伤|流血|発火|爆発|感電|怪我|けがを|やけど|火傷|احترق|انفجر|صعق|اصيب|اصابه',
      ),
    ],
  },
  {
    risk: 'medical',
    patterns: [
      words(
        "allergic reaction|anaphyla\\p{L}*|in hospital|hospital(?:ized|ised)|emergency room|ambulance|poison(?:ed|ing)|overdos(?:e|ed)|chest pain|(?:can't|cannot|cant) breathe|(?:i am|i'm|im|she is|she's|wife is|while|during|when|if) (?:\\p{L}+ ){0,2}(?:pregnan(?:t|cy)|breast ?feeding)|my doctor|(?:vomited|vomiting|throwing up|rash) after",
        'reaccion alergica|al hospital|ambulancia|intoxica(?:do|da|cion)|sobredosis|embarazada|embarazo|lactancia|mi medico',
        "reaction allergique|a l'hopital|ambulance|intoxication|surdosage|enceinte|grossesse|allaite(?:ment)?|mon medecin",
        'allergische reaktion|allergisch reagiert|krankenhaus|notaufnahme|notarzt|vergift(?:et|ung)|überdosis|schwanger(?:schaft)?|stillzeit|stille|mein arzt',
      ),
      anywhere(
        '过敏反应|过敏了|過敏反應|住院|急诊|急診|送医院|去医院|中毒|怀孕|懷孕|孕妇|孕婦|哺乳期|副作用|呼吸困难|アレルギー反応|アレルギーが出|救急|中毒|妊娠中|授乳中|副作用|حساسيه شديده|رد فعل تحسسي|مستشفي|تسمم|حامل|الحمل|مرضعه|اسعاف',
      ),
    ],
  },
  {
    risk: 'legal',
    patterns: [
      words(
        'lawyers?|attorneys?|solicitors?|sue|suing|lawsuit|legal action|legal (?:proceedings|notice|letter)|take you to court|in court|small claims|trading standards|consumer (?:court|forum|protection)|police|report you to',
        'abogad[oa]s?|demandar(?:los|les|e)?|denunciar(?:los|les|e)?|denuncia|acciones? legal(?:es)?|tribunal(?:es)?|juicio|policia|hoja de reclamaciones',
        'mon avocat|notre avocat|un avocat va|porter plainte|porterai plainte|tribunal|action en justice|poursuites|mise en demeure|dgccrf|police',
        '(?:rechts)?anwält?e?i?n?|anwalt|rechtsanwalt|verklage[n]?|klage einreichen|vor gericht|amtsgericht|rechtliche schritte|verbraucherzentrale|anzeige erstatten|polizei',
      ),
      anywhere(
        '律师|律師|起诉|起訴|法院|告你们|告你們|告上|消协|消費者協會|12315|工商局|市场监管|报警|報警|警察|弁護士|訴え(?:る|ます)|訴訟|裁判|法的措置|消費者センター|消費生活センター|警察|محام|محكمه|مقاضاه|ساقاضي|دعوي قضائيه|حمايه المستهلك|الشرطه',
      ),
    ],
  },
  {
    risk: 'payment-dispute',
    patterns: [
      words(
        "charge ?backs?|disput(?:e|ed|ing) (?:\\S+ ){0,2}?(?:charge|payment|transaction)|(?:charged|billed|debited|paid) (?:me )?(?:twice|double|two times|three times|again|the wrong)|double charged?|over ?charged|unauthori[sz]ed|stolen card|fraud(?:ulent)?|frauds|scam(?:s|med|mer|mers)?|(?:want|give|get|need|refund) (?:\\S+ )?my money(?: back)?|money back now|(?:not|never|n't|nt) (?:\\S+ ){0,3}?(?:received|got|get|receive|seen) (?:\\S+ ){0,2}?(?:refund|money)|where(?:'s| is) my (?:refund|money)|stole my|cheat(?:ed|ers?|ing)",
        'contracargo|me (?:han )?cobra(?:ron|do) (?:dos veces|doble|de mas|mal)|cobro (?:doble|duplicado|no autorizado)|estafa(?:d[oa]|dores)?|fraude|devuelvan? mi dinero|devuelvanme|mi dinero de vuelta|no (?:me )?ha(?:n)? (?:llegado|devuelto)(?: \\S+)? (?:reembolso|dinero)',
        '(?:debitee?|preleve|facture|debite)(?: \\S+)? (?:deux fois|en double)|double (?:debit|prelevement)|opposition|arnaque(?:urs?)?|fraude|escroc(?:s|querie)?|rendez[- ]moi mon argent|pas (?:recu|ete rembourse)(?: \\S+){0,3}(?: remboursement)?',
        'rückbuchung|rückbelastung|(?:doppelt|zweimal|zu viel|falsch) (?:abgebucht|berechnet|belastet)|betrug|betrüger|abzocke|geld zurück (?:haben|sofort)|will mein geld|(?:rückerstattung|erstattung|geld)(?: \\S+){0,3} (?:nicht|nie)(?: \\S+){0,2} (?:erhalten|bekommen|angekommen|eingegangen)',
      ),
      anywhere(
        '拒付|盗刷|盜刷|诈骗|詐騙|骗子|騙子|骗钱|骗人|被骗|欺诈|(?:重复|多|乱)扣|扣了?(?:我)?(?:两|二|2)次|还我钱|把钱还|退我钱|退钱给我|还钱|(?:没|没有|未|還沒|还没)(?:有)?(?:收到|到账|退)(?:退款|钱)|退款(?:还|一直|怎么)?(?:没|未|沒)|未经授权|詐欺|騙さ|二重(?:請求|決済|に引き落と)|不正(?:利用|請求)|返金(?:が|は)?(?:まだ|され(?:て)?(?:い)?(?:ない|ません))|お金を返し|احتيال|نصب|نصاب|خصم(?:تم|وا)? .{0,10}مرتين|اعيدوا (?:لي )?(?:نقودي|اموالي|فلوسي)|رجعوا فلوسي|لم (?:استلم|يصلني) .{0,8}(?:المبلغ|استرداد)',
      ),
    ],
  },
  {
    risk: 'privacy-request',
    patterns: [
      words(
        '(?:delete|erase|remove|access|see|copy of|export) (?:\\S+ )?(?:my|all)(?: \\S+)? (?:personal )?(?:data|information|details|records)|right to be forgotten|subject access|data (?:subject|protection)|gdpr|ccpa|dpo',
        'proteccion de datos|(?:borrar|borren|eliminar|eliminen|acceder a|acceso a) (?:todos )?mis datos|derecho al olvido|rgpd|arco',
        "(?:supprimer|supprimez|effacer|effacez|acces a|acceder a) (?:toutes )?mes donnees|protection des donnees|droit a l'oubli|rgpd|cnil",
        'dsgvo|datenschutzbeauftragte[rn]?|meine (?:\\S+ )?daten (?:\\S+ )?(?:löschen|gelöscht|löscht|herausgeben)|(?:löschen|löscht|lösche) (?:\\S+ ){0,2}?(?:meine|alle) (?:\\S+ )?daten|auskunft (?:über|nach|gemäß)',
      ),
      anywhere(
        '(?:删除|删掉|清除|注销|刪除).{0,8}(?:数据|信息|资料|資料|個資)|个人信息保护|(?:数据|信息)保护|個人情報.{0,8}(?:削除|消去|開示)|データ.{0,4}(?:削除|消去)|(?:حذف|احذفوا|مسح|امسحوا).{0,10}(?:بياناتي|معلوماتي)|حمايه البيانات',
      ),
    ],
  },
  {
    risk: 'complaint',
    patterns: [
      words(
        '(?:file|make|raise|register|lodge|have) (?:a |an )?(?:formal |official )?complaint|(?:want|like|wish|need|how) to complai(?:n|nt)|^complaints?$|(?:pathetic|worst|terrible|horrible|awful|disgusting|poor|bad|useless) (?:\\S+ )?(?:service|customer (?:service|support|care)|support|experience|company|shop|store)|(?:service|support|you|u|all|guys) (?:is|are|r) (?:all |so |very |just |really )*(?:pathetic|useless|terrible|horrible|awful|disgusting)|unacceptable|^(?:useless|pathetic)$|waste of (?:my )?time',
        'quiero (?:poner |presentar |hacer )?(?:una )?(?:queja|reclamacion|quejarme)|pesimo servicio|inaceptable|una verguenza',
        'faire une reclamation|me plaindre|service (?:\\S+ )?(?:nul|lamentable|deplorable|inadmissible)|inadmissible|inacceptable|une honte',
        'beschwer(?:de|en)|unverschämt(?:heit)?|inakzeptabel|frechheit|(?:schlechter|mieser|miserabler) (?:service|kundenservice|kundendienst)',
      ),
      anywhere(
        '我要投诉|要投诉|投诉你们|投訴|服务(?:太|真|很|极)?差|太差劲|垃圾店|差评|クレームを|苦情|ひどい対応|最悪|اقدم شكوي|تقديم شكوي|اشتكي|خدمه سيئه|اسوا خدمه',
      ),
    ],
  },
]

/** Every delicate matter the text touches, heaviest first. */
export function risksIn(text: string): Risk[] {
  const folded = fold(text)
  return lists.filter(({ patterns }) => matchesAny(folded, patterns)).map(({ risk }) => risk)
}
