import type { Mood } from '#contract/understanding.ts'

export interface MoodWords {
  mood: Exclude<Mood, 'unsure' | 'calm'>
  /** 1 slight, 2 clear, 3 strong. */
  strength: 1 | 2 | 3
  spaced: string
  unspaced?: string
}

/** Words that show a feeling, on flat text. Weaker ones only lift what else was found. */
export const moodWords: readonly MoodWords[] = [
  {
    mood: 'angry',
    strength: 3,
    spaced:
      'furious|enraged|livid|outrag(?:ed|eous)|disgust(?:ed|ing)|pathetic|thieves|scam(?:mers?|med)?|crooks|liars?|lying|ripped? off|rip-off|rob(?:bed|bery)|f+u+c+k\\p{L}*|wtf|bull ?shit|shit(?:ty)?|damn(?:ed)?|bastards?|idiots?|morons?|assholes?|go to hell|screw you|hate (?:you|this|your)|shame on you|how dare you|sick and tired|fed up|never (?:buy|order|shop)(?:ing)? (?:\\p{L}+ ){0,3}again|worst (?:\\p{L}+ ){0,2}(?:ever|company|shop|store|service|experience)|report you|sue you|estafadores|ladrones|indignad[oa]s?|furios[oa]s?|mierda|joder|verguenza|hart[oa]s?|asco|arnaqueurs?|voleurs?|furieu(?:x|se)|scandaleux|honteux|honte|merde|putain|ras le bol|degueulasse|betruger|abzocke|wutend|stinksauer|sauer|unverschamt\\p{L}*|frechheit|schei(?:ss|ß)e?|verdammt|saftladen|sauerei',
    unspaced:
      '骗子|骗人|垃圾|太过分|过分了|气死|愤怒|生气|恶心|无耻|不要脸|滚|他妈|妈的|操|傻逼|王八|混蛋|坑人|坑爹|黑店|太差劲|差劲|什么玩意|忍无可忍|岂有此理|欺骗|欺负人|騙子|ふざけるな|ふざけんな|ふざけて|最悪|最低|腹が立|怒って|詐欺|許せな|いい加減にし|いい加減に|頭にき|あり得ない|ありえない|حرام عليكم|نصابين|لصوص|غاضب|سيئه جدا|اسوا',
  },
  {
    mood: 'frustrated',
    strength: 2,
    spaced:
      "frustrat(?:ed|ing|ion)|annoy(?:ed|ing)|irritat(?:ed|ing)|ridiculous|unacceptable|useless|(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|\\d+th|umpteenth) time(?! (?:(?:i|we|i'm|i've|we've)(?: am| have)? )?(?:order|buy|bought|shop|purchas|visit|custom)\\p{L}*)|(?:ask|asked|write|wrote|written|call|called|phone|phoned|tell|told|explain|explained|say|said|repeat|contact|contacted|chase|email|emailed|message|messaged|complain|complained|request|requested|remind|reminded) (?:\\p{L}+ ){0,4}?(?:several|many|multiple|countless|so many|two|three|four|five|\\d+) times|(?:several|many|multiple|countless|so many|three|four|five|\\d+) times (?:already|now)|again and again|over and over|keep(?:s)? (?:asking|telling|saying|sending|getting|failing)|already (?:told|said|explained|asked|contacted|emailed|called|wrote|written)|no (?:one|body) (?:answers?|replies|responds?|cares|helps?)|no (?:response|reply|answer)(?! (?:is )?(?:need|requir|necess|expect)\\p{L}*)|still (?:no|nothing|broken|the same)|waste of (?:my )?(?:time|money)|waiting (?:for )?(?:\\p{L}+ )?(?:weeks|days|forever|ages|hours|\\d+ (?:days|weeks|hours))|how many (?:more )?times (?:do|must|did|have|will|should) (?:i|we) (?:\\p{L}+ ){0,3}?(?:ask|asked|write|wrote|written|call|called|phone|phoned|tell|told|explain|explained|say|said|repeat|contact|contacted|chase|email|emailed|message|messaged|complain|complained|request|requested|remind|reminded)|how (?:long|much longer) (?:do|must|will|am|are|have|should) (?:i|we) (?:\\p{L}+ ){0,4}?(?:wait|waiting|waited)|how (?:long|much longer) (?:\\p{L}+ ){0,5}?(?:still|now|anymore)|for how long now|nonsense|enough is enough|tired of|for the last time|terrible|horrible|awful|poor (?:service|support|quality)|frustrad[oa]s?|molest[oa]s?|inaceptable|ridiculo|otra vez|tercera vez|(?:escrito|llamado|preguntado|dicho|contactado|pedido|reclamado) (?:\\p{L}+ ){0,3}?varias veces|nadie (?:responde|contesta)|sigo esperando|pesim[oa]|agace|enerve|inacceptable|inadmissible|ridicule|encore une fois|troisieme fois|(?:ecrit|appele|demande|dit|contacte|relance|signale) (?:\\p{L}+ ){0,3}?plusieurs fois|personne ne (?:repond|m')|marre|j'attends (?:toujours|depuis)|genervt|argerlich|lacherlich|inakzeptabel|schon wieder|zum (?:dritten|zweiten|wiederholten) mal|mehrmals (?:\\p{L}+ ){0,2}?(?:geschrieben|angerufen|gefragt|gemeldet|nachgefragt|kontaktiert|gesagt|gebeten)|keine (?:antwort|reaktion)|niemand (?:antwortet|reagiert|meldet)|warte (?:seit|schon)",
    unspaced:
      '太差|很差|好差|烦死|烦人|很烦|郁闷|无语|服了|醉了|受不了|又(?:坏|错|这样|来了|出)|第[二三四五六七八九十\\d]次(?!买|购|来|下单|用)|好几次|(?:问|说|打|联系|反映|投诉|催|找|发)(?:了|过)?(?:你们)?多次|多次(?:问|说|打|联系|反映|投诉|催|找|发)|几次了|几遍了|说了.{0,3}遍|都.{0,6}(?:天|周|星期|个月|小时)了|一直没|一直不|怎么还(?:不|没)|到底|没人(?:回|理|管)|没有人(?:回|理|管)|不理人|等了.{0,8}(?:天|周|月|小时|久)|太慢|浪费时间|敷衍|踢皮球|推来推去|煩|何度も|何回も|[二三四五\\d]回目|まだ(?:です|届|来|返事|連絡|でしょうか)|いつまで(?:待|かか|たって)|返事がな|連絡がな|対応が遅|イライラ|うんざり|困って|困り|待って(?:い)?(?:る|ます)のに|لم يرد احد|لا احد يرد|للمره (?:الثانيه|الثالثه)|مره اخري|مازلت انتظر|لا زلت انتظر|محبط|مزعج',
  },
  {
    // What should have been there by now: said calmly by most.
    mood: 'frustrated',
    strength: 1,
    spaced:
      "still (?:not|n't|haven't|hasn't|have not|has not|waiting)(?! (?:sure|decided|certain|clear))|todavia (?:nada|no (?:\\p{L}+ ){0,2}?(?:lleg|recib|respond|contest|entreg|devuel|reembols|soluc|env)\\p{L}*)|toujours (?:rien|pas (?:\\p{L}+ )?(?:arriv|recu|rembours|repond|repar|livr|expedi)\\p{L}*)|immer noch (?:nichts|kein\\p{L}*|nicht (?:\\p{L}+ ){0,2}?(?:angekommen|da|erhalten|bekommen|geliefert|erstattet|gekommen|repariert|verschickt))",
    unspaced: '还没(?:有)?(?:到|收|发|送|退|回|解决|处理|消息|动静|人)',
  },
  {
    mood: 'disappointed',
    strength: 1,
    spaced: 'sadly|unfortunately|leider|malheureusement|lamentablemente|por desgracia',
  },
  {
    mood: 'disappointed',
    strength: 2,
    spaced:
      "disappoint(?:ed|ing|ment)|let down|expected (?:better|more)|not what i (?:expected|ordered|wanted)|not as (?:described|pictured|advertised|expected)|(?:not|n't) (?:\\p{L}+ )?(?:happy|satisfied|pleased|impressed|good enough|worth)|unhappy|dissatisfied|unsatisf\\p{L}+|sad|regret|too bad|what a pity|pity|(?:poor|bad|low|cheap) quality|looks? cheap|misleading|decepcionad[oa]s?|decepcion(?:ante)?|no es lo que (?:esperaba|pedi)|esperaba (?:mas|mejor)|insatisfech[oa]|lastima|mala calidad|decu(?:e|s|es)?|decevant(?:e)?|deception|pas (?:content|satisfait)e?|mecontent(?:e)?|dommage|mauvaise qualite|enttausch(?:t|end|ung)|schade|unzufrieden|nicht zufrieden|schlechte qualitat",
    unspaced:
      '失望|不满意|不太满意|不满|跟(?:描述|图片|照片)不(?:一样|符)|和(?:描述|图片|照片)不(?:一样|符)|货不对板|与描述不符|质量(?:太|很|真|好)?(?:差|烂|一般)|不如(?:预期|想象)|没想到|后悔|遗憾|可惜|不值|失望的|がっかり|残念|期待はずれ|期待外れ|期待して(?:い)?たのに|思っていた(?:の)?と違|写真と違|不満|محبط جدا|خيبه امل|للاسف|غير راض|مخيب|ليس كما في الصوره',
  },
  {
    mood: 'anxious',
    strength: 2,
    spaced:
      'worr(?:ied|y|ying)(?! about it)|anxious|nervous|afraid|scared|concern(?:ed|s)?|panic(?:king)?|stress(?:ed|ful|ing)?|desperate(?:ly)?|urgent(?:ly)?|asap|as soon as possible|emergency|need it (?:by|before|for|today|tomorrow)|in time for|(?:wedding|birthday|funeral|flight|surgery) (?:is )?(?:tomorrow|today|on|this|next)|is (?:it|this|your \\p{L}+) (?:legit|a scam)|did i (?:just )?(?:get|lose)|lost my money|please help(?: me)?|hope (?:it|nothing|everything)|preocupad[oa]s?|preocupa|nervios[oa]|angustiad[oa]|urgente(?:mente)?|cuanto antes|inquiet(?:e|s|es)?|inquiete|angoisse(?:e)?|stresse(?:e)?|urgent(?:e)?|au plus vite|le plus vite possible|besorgt|sorgen?|nervos|angst|dringend(?:e|er|st)?|eilig|so schnell wie moglich',
    unspaced:
      '担心|擔心|着急|著急|好急|很急|急用|急需|急死|紧急|緊急|焦虑|害怕|[很好真我]怕|不安|赶时间|来得及吗|来不来得及|会不会(?:丢|没|被)|丢了吗|怎么办(?!理)|救命|心配|不安|急いで|至急|間に合い|間に合う|大丈夫でしょうか|焦って|怖|قلق|قلقه|خائف|عاجل|مستعجل|بسرعه',
  },
  {
    mood: 'confused',
    strength: 2,
    spaced:
      "confus(?:ed|ing|ion)|(?:do|did|does|can|could)(?:n't|nt| not) (?:\\p{L}+ )?(?:understand|get it|figure|make sense|follow|know (?:how|what|where|which|why))|(?:not|un)(?: )?clear|what do you mean|what does (?:this|that|it) mean|makes? no sense|(?:doesn't|does not|dont|doesnt) make sense|i(?:'m| am) lost|not sure (?:how|what|which|if|where|why|whether)|no idea|puzzled|baffled|strange(?:ly)?|weird|huh|no entiendo|confundid[oa]|confus[oa]|que significa|no me queda claro|no se (?:como|que|cual|si)|no tengo claro|comprends? (?:pas|rien)|perdue? |confus(?:e)?|pas clair|ca veut dire quoi|je ne sais pas (?:comment|quoi|quel|si|ou)|verstehe (?:\\p{L}+ )?nicht|verwirr(?:t|end)|unklar|was bedeutet|wei(?:ss|ß) nicht (?:wie|was|welche\\p{L}*|wo|ob)|keine ahnung|komisch|seltsam|merkwurdig",
    unspaced:
      '不明白|不懂|没懂|看不懂|搞不懂|不太懂|弄不清|搞不清|不清楚|什么意思|啥意思|糊涂|懵|困惑|奇怪|莫名其妙|不知道(?:怎么|该|选|哪|为什么)|怎么回事|咋回事|分からな|わからな|わかりませ|分かりませ|よく分か|理解でき|どういう意味|どういうこと|混乱|意味がわか|おかしい|لا افهم|لم افهم|مش فاهم|محتار|غير واضح|ماذا يعني',
  },
  {
    mood: 'satisfied',
    strength: 2,
    spaced:
      "love (?:it|this|the|my|your|them)|loving|(?:very|so|really|super|extremely|absolutely|quite) (?:happy|pleased|satisfied|impressed|good|nice|helpful|grateful)|(?:am|i'm|we're|are) (?:happy|pleased|satisfied|delighted|thrilled|glad)|delighted|thrilled|excellent|fantastic|amazing|awesome|wonderful|brilliant|perfect(?:ly)?|great (?:service|job|product|shop|store|quality|work|support|experience)|best (?:\\p{L}+ ){0,2}(?:ever|shop|store|service)|works (?:great|perfectly|well|like a charm|fine now)|exactly what i|thank you so much|thanks (?:so much|a lot|a million)|much appreciated|appreciate (?:it|your|the)|highly recommend|keep up|well done|five stars|5 stars|encantad[oa]s?|me encanta|encanta|content[oa]s?|feliz|excelente|genial|fantastic[oa]|maravillos[oa]|perfecto|muchas gracias|muy amable|ravie?s?|content(?:e)?s?|satisfait(?:e)?s?|adore|magnifique|excellent(?:e)?|genial(?:e)?|parfait(?:e)?|merci beaucoup|super (?:service|produit)|bravo|zufrieden|begeistert|glucklich|toll(?:e[rsnm]?)?|super|klasse|wunderbar|perfekt|ausgezeichnet|prima|spitze|vielen dank|freue mich",
    unspaced:
      '满意|滿意|很好|非常好|太好了|太棒|真棒|好用|喜欢|喜歡|漂亮|不错|給力|给力|好评|赞|开心|高兴|惊喜|物超所值|感谢|感激|谢谢你们|辛苦了|服务好|质量好|完美|推荐给|嬉しい|うれしい|満足|最高|素晴らし|すばらし|気に入|とても良|助かりました|感謝|ありがとうございました|完璧|大好き|سعيد|ممتاز|رائع|جميل جدا|احببت|شكرا جزيلا|راض|مبسوط',
  },
]

/** Weak for themselves; they lift the strength of a feeling that something else shows. */
export const insisting =
  /(?<!\p{L})(?:again|still|already|never|always|finally|at all|immediately|right now|now!|enough|seriously|honestly|really|again!|encore|toujours|jamais|otra vez|nunca|siempre|ya|immer|wieder|noch|endlich|sofort|nie)(?!\p{L})|又|还|一直|从来|马上|立刻|立即|赶紧|已经|まだ|また|もう|いつも|すぐに|早く/u

/** Before a feeling it turns it round or takes it away. */
export const negation =
  /(?:(?<!\p{L})(?:not|n't|nt|no|never|without|nothing|isn't|wasn't|aren't|don't|doesn't|didn't|won't|can't|cannot|hardly|sin|no es|nada|ni|pas|jamais|rien|sans|nicht|kein\p{L}*|nie|ohne|weder)(?: (?:\p{L}+ ){0,2}|$)|不|没|没有|别|無|لا |غير |ليس )$/u
