import { anywhere, words } from '../fold.ts'

const CHILD_AGE = '(?:[6-9]|1[0-7])'
const CHILD_AGE_IN_WORDS = '(?:six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)'
const ILLNESS =
  '(?:diabet\\p{L}+|asthma|epilepsy|high blood pressure|hypertension|pacemaker|heart (?:condition|disease|problems?)|cancer|kidney (?:disease|problems?)|eczema|psoriasis|rosacea|depression|anxiety|insomnia|adhd|arthritis|gout|migraines?|infections?)'

/** Somebody under age buys or writes, or an order was made by a child. */
export const minors: readonly RegExp[] = [
  words(
    `i(?:'m| am|m) (?:only |just )?${CHILD_AGE} ?(?:years? old|yrs?(?: old)?|y/?o)`,
    `^i(?:'m| am|m) (?:only |just )?${CHILD_AGE}(?=$|[.,!?])`,
    `i(?:'m| am|m) (?:only |just )?${CHILD_AGE_IN_WORDS} years? old|(?:if|as|since|because|but) i(?:'m| am|m) (?:only |just |still )?(?:${CHILD_AGE}|${CHILD_AGE_IN_WORDS})(?=$|[.,!?])|i(?:'m| am|m) (?:only |just )?(?:${CHILD_AGE}|${CHILD_AGE_IN_WORDS}) and|(?:brother|sister|cousin|son|daughter|nephew|niece|friend) is (?:only |just )?(?:${CHILD_AGE}|${CHILD_AGE_IN_WORDS}) and (?:he|she)|i(?:'m| am|m) (?:still )?in (?:the )?(?:\\p{L}+ grade|grade \\d|primary school|elementary school|middle school|high school|year \\d)|i(?:'m| am|m) (?:still )?(?:just )?a (?:kid|child|minor|schoolboy|schoolgirl)|(?:sell|sells|ship|deliver) (?:\\p{L}+ )?to (?:\\p{L}+ )?(?:under (?:18|21|age)|minors|teenagers|teens|children|kids)|(?:can|may|do) (?:kids|children|teens|teenagers|minors) (?:buy|order|purchase|pay)`,
    `my (?:${CHILD_AGE}|${CHILD_AGE_IN_WORDS})[- ]?(?:years?|yrs?|y)[- ]?(?:old|o) (?:\\p{L}+ ){0,4}?(?:bought|ordered|purchased|placed|paid|clicked|used)|(?:who is |is |he's |she's |only )a minor`,
    "(?:i(?:'m| am|m) )(?:still )?(?:under ?18|under ?age|a minor|a child|a kid|not 18)|underage|minors (?:buy|order|allowed|purchase)|(?:can|may) minors|without (?:my|his|her|their) (?:parents?|mum|mom|dad)(?:'s?)? (?:permission|consent|knowing|knowledge)|my (?:parents|mum|mom|dad) (?:don't|dont|doesn't|do not|does not|didn't|must not) know",
    'my (?:\\p{L}+ ){0,2}?(?:son|daughter|kids?|child|children|boy|girl|grandson|granddaughter|toddler|nephew|niece|teenager|little (?:brother|sister)) (?:\\p{L}+ ){0,3}?(?:bought|ordered|purchased|placed|paid|clicked|tapped|used (?:my|our) (?:\\p{L}+ )?(?:card|phone|account|tablet|paypal))',
    `tengo ${CHILD_AGE} anos|soy menor(?: de edad)?|menor de edad|mi hij[oa] (?:\\S+ ){0,2}?(?:compro|pidio|uso mi tarjeta)|sin permiso de mis padres`,
    `j'ai ${CHILD_AGE} ans|je suis mineure?|mon fils a (?:\\S+ )?(?:commande|achete)|ma fille a (?:\\S+ )?(?:commande|achete)|sans l'accord de mes parents`,
    `ich bin (?:erst )?${CHILD_AGE}(?: jahre(?: alt)?)?(?=$|[.,!?]| und)|minderjährig|unter 18|mein(?:e)? (?:sohn|tochter|kind) hat (?:\\S+ ){0,4}?(?:bestellt|gekauft)`,
  ),
  anywhere(
    `我(?:今年)?(?:才|只有|刚)?(?:${CHILD_AGE}|十[一二三四五六七]?|[六七八九])岁|(?<!\\d)(?:${CHILD_AGE}|十[一二三四五六七])岁.{0,4}(?:能买|可以买|能下单|可以下单)|未成年|(?:孩子|小孩|儿子|女儿|娃|侄子|外甥).{0,8}(?:偷偷|擅自|拿我手机|误|乱|自己).{0,4}(?:买|下单|下了单|拍|充值|付|刷)|(?<![给帮为替]我?)(?:孩子|小孩|儿子|女儿|娃).{0,8}(?:下的单|点的单|刷了?我的?卡|(?:用|拿)我的?(?:卡|手机|账号|平板|电脑))|我(?:还)?是(?:个)?(?:小学生|初中生|高中生|中学生)|瞒着(?:我?爸妈|父母|家长|家里)|(?:爸妈|父母|家长)不知道`,
    `未成年|(?<!\\d)${CHILD_AGE}歳(?:です|なの|だけど|ですが)|(?:小学生|中学生|高校生)(?:です|ですが|なんですが|だけど)|親に内緒|(?:子供|子ども|息子|娘)が(?:勝手に|間違えて)`,
    `عمري ${CHILD_AGE}|قاصر|تحت السن القانوني|(?:ابني|ابنتي|طفلي) (?:طلب|اشترى|اشتري)`,
  ),
]

export const discrimination: readonly RegExp[] = [
  words(
    "discriminat(?:e|ed|es|ing|ion|ory)|racis(?:t|ts|m)|sexis(?:t|m)|homophob\\p{L}+|transphob\\p{L}+|xenophob\\p{L}+|islamophob\\p{L}+|antisemit\\p{L}+|anti-semit\\p{L}+|bigot\\p{L}*|(?:racial|ethnic|racist) slurs?|n-word|(?:treat(?:ed|s|ing)?|insult(?:ed|s|ing)?|mock(?:ed|s|ing)?|refus(?:ed|es|ing)|ignor(?:ed|es|ing)|made fun of|laughed at|bullied|harass(?:ed|ing)?|serve|served|hate|hates) (?:\\p{L}+ ){0,5}?(?:foreigners?|immigrants?|muslims?|jews?|jewish|black (?:people|customers?)|asians?|gays?|lesbians?|disabled|accents?|hijab|headscarf|skin colou?r)|for being (?:a |an )?(?:black|asian|muslim|jewish|gay|lesbian|trans|disabled|foreign|foreigner|woman|old)|because (?:i am|i'm|im|he is|he's|she is|she's|we are|we're|they are) (?:a )?(?:black|asian|white|brown|muslim|jewish|gay|lesbian|trans|disabled|foreigner|foreign|immigrant|woman|old|chinese|indian|african|arab|in a wheelchair)|because of (?:my|his|her|our) (?:race|skin|colou?r|religion|gender|sex|disability|accent|nationality|origin|ethnicity|age|wheelchair)",
    'discrimina(?:cion|do|da|n|ron|torio)?|racistas?|racismo|machistas?|homofob\\p{L}+|xenofob\\p{L}+',
    'discrimin\\p{L}+|racistes?|racisme|sexistes?|homophob\\p{L}+|xenophob\\p{L}+',
    'diskriminier\\p{L}*|rassis\\p{L}*|sexis(?:tisch|mus)|homophob|fremdenfeindlich|ausländerfeindlich|antisemitis\\p{L}+',
  ),
  anywhere(
    '歧视|歧視|黑鬼|(?:嘲笑|取笑|笑话|骂)我.{0,4}(?:口音|残疾|外地|农村|乡下|皮肤|同性恋)|种族主义|種族|(?:看不起|瞧不起)(?:我们?)?(?:残疾|外地|农村|乡下|女|老人|穷)|因为我是(?:女|黑人|外国人|外地人|残疾|农村|少数民族)|地域黑',
    '差別(?!化)|人種|ヘイト|外国人だから|女だから',
    'عنصري|عنصريه|تمييز ضد|التمييز',
  ),
]

/** Press, radio, television: whoever asks in public is answered by the owner. */
export const press: readonly RegExp[] = [
  words(
    "journalists?|(?:news|newspaper|tv|investigative) (?:reporter|crew|station|desk)|i am a reporter|i'm a reporter|press (?:inquir(?:y|ies)|enquir(?:y|ies)|request|office|officer|release|contact|conference|spokes\\p{L}+)|media (?:inquir(?:y|ies)|enquir(?:y|ies)|request|contact|outlet|coverage)|(?:go|going|talk|talking|turn|report(?:ing)? (?:this|it)?) to the (?:press|media|papers|newspapers?|news)|(?:tell|inform|contact|alert|call) the (?:press|media|newspapers?|news)|(?:writing|publish(?:ing)?|run(?:ning)?|working on) (?:an? |this )?(?:article|story|report|documentary|piece) (?:about|on)|request (?:for )?(?:an )?interview|interview (?:with )?(?:you|your|the) (?:owner|ceo|founder|manager)|on behalf of (?:the )?(?:\\S+ ){0,3}(?:magazine|newspaper|times|gazette|herald|tribune)|comment for (?:our|an|the|my) (?:article|story)",
    '(?:work|working|write|writing|report|reporting|produc(?:e|ing)|film|filming|prepar(?:e|ing)|do|doing|make|making) (?:\\p{L}+ ){0,2}?(?:for|at|with|a|an) (?:\\p{L}+ ){0,3}?(?:radio station|radio|tv|television|newspaper|magazine|news|broadcaster|documentary)(?! (?:rack|holder|stand|bench|unit|cabinet))|(?:magazine|newspaper|radio station|channel|paper) (?:would like|wants|is requesting|requests) (?:an? )?(?:\\p{L}+ )?(?:statement|comment|interview)|comment on (?:\\p{L}+ ){0,2}?(?:allegations?|accusations?|claims?|reports?)|would like (?:an? )?(?:interview|statement)|quote you|youtubers?|influencers?|tiktokers?|\\d[\\d.,]{0,12} ?(?:k|m|thousand|million) (?:followers|subscribers)|(?:go|going|went|goes) viral|expose you|(?:post|put|share|publish)(?:ing)? (?:this|it|you|everything|your \\p{L}+) (?:\\p{L}+ )?(?:on|all over) (?:tiktok|instagram|facebook|twitter|youtube|social media|reddit|the internet|trustpilot)',
    'periodistas?|(?:la|a la|de) prensa|medios de comunicacion|reportaje|television local',
    'journalistes?|(?:la|de|service|dossier de) presse(?! agrumes|-)|aux medias|les medias|reportage',
    'journalist(?:in|en)?|presseanfrage|pressestelle|pressesprecher(?:in)?|(?:an|bei|in) (?:der|die) presse|(?:der|die) redaktion|an die (?:zeitung|medien)|die medien',
  ),
  anywhere(
    '记者|記者|媒体(?:采访|曝光|报道|人)|(?:找|联系|告诉|通知)媒体|采访(?:你|贵|一下)|接受采访|曝光(?:你们|你|这家|到|给)|电视台|報社|报社|上新闻|上电视|新闻媒体|(?:杂志|报纸|电台|媒体|公众号).{0,8}(?:报道|采访|节目|文章|专题)|热搜|报社|(?:写|发)(?:一)?(?:篇|个)?(?:文章|报道)|引用你们|[万w百千]的?粉丝|(?:发|放|挂|传)(?:到|上|在)?(?:网上|抖音|微博|小红书|朋友圈|快手).{0,4}(?:让|给)(?:大家|所有人|人)',
    '取材|報道|新聞社|テレビ局|マスコミ|メディア(?:に|から)',
    'صحفي|صحفيه|الصحافه|وسائل الاعلام|مراسل',
  ),
]

/** Medicine, taxes, money and law: advice on them takes somebody who may give it. */
export const regulatedAdvice: readonly RegExp[] = [
  words(
    `(?:take|use|combine|mix|interact\\p{L}*|safe) (?:\\S+ ){0,3}?(?:with|while (?:on|taking)) (?:\\S+ ){0,4}?(?:medications?|medicines?|drugs|antibiotics?|blood thinners?|insulin|antidepressants?|pills?|prescription|chemo\\p{L}*)`,
    '(?:my|her|his|your|with|other|taking|on|any) (?:\\p{L}+ ){0,2}?(?:medications?|medicines?|meds|antidepressants?|antibiotics?|blood thinners?|insulin|warfarin|(?:blood pressure|heart|sleeping|thyroid) (?:tablets?|pills?))',
    'maximum (?:\\p{L}+ ){0,3}?(?:take|dose|day)|(?:bring|lower|reduce|lowers|reduces) (?:\\p{L}+ )?(?:cholesterol|blood pressure|blood sugar)|(?:need|require) an? (?:\\p{L}+ )?(?:licen[cs]e|permit)|give (?:\\p{L}+ )?(?:to )?(?:a|my) (?:baby|toddler|newborn|infant)|business expenses?|(?:on|from|off|against) my tax(?:es| return)?|write (?:\\p{L}+ ){1,3}off|(?:vat|tax(?:es)?) (?:when|if) (?:i|we) (?:re)?sell|(?:income|capital gains) tax|(?:way|place|time) to invest|invest (?:\\p{L}+ ){0,2}?my|my life savings',
    `(?:with|have|has|for|if i have|suffer from|having|treats?|cures?|heals?|helps? (?:with|against)?) (?:my |his |her |severe |type \\d |a |people with |someone with ){0,20}${ILLNESS}`,
    '(?:what|which|right|correct|recommended|maximum|daily) (?:is the )?(?:dose|dosage)|how (?:many|much) (?:\\S+ ){0,3}?(?:pills?|tablets?|capsules?|drops|mg|milligrams?|doses?|softgels?|gummies|scoops?|medicine|medication|vitamins?|of (?:it|this|them)) (?:\\S+ ){0,2}?(?:should|can|do|may|to) (?:\\S+ )?(?:take|swallow|inject|give)|how (?:many|much) (?:\\S+ )?should (?:i|we|she|he|my \\S+) (?:take|swallow|inject)|(?:does|will|can) (?:\\p{L}+ ){1,3}(?:cure|heal)|medical (?:advice|opinion)|diagnos(?:e|is)|side effects?',
    'tax (?:advice|deductible|deduction|return|write-?off|evasion|avoid\\p{L}*|adviser|advisor)|(?:deduct|write) (?:it|this|the \\S+) (?:off|from my tax(?:es)?)|avoid(?:ing)? (?:the )?(?:tax(?:es)?|vat|customs|duty)|how (?:do|should) i declare',
    '(?:investment|financial|loan|mortgage|insurance) advice|(?:good|safe|worth) (?:as )?(?:an )?investment|should i invest|(?:rise|increase|go up|gain|hold) (?:\\S+ )?(?:in )?value|credit score',
    'legal advice|is (?:it|this|that) (?:il)?legal|legal to (?:use|own|buy|fly|carry|import|ride|drive|sell)|what are my (?:\\S+ )?rights|my (?:legal|statutory|consumer) rights|am i (?:legally )?entitled|legally (?:entitled|obliged|required|allowed|binding|responsible|liable)|visa requirements|immigration',
    'dosis (?:recomendada|maxima|correcta)|que dosis|(?:tomar|usar)(?:lo|la)? (?:\\S+ ){0,2}?con (?:\\S+ )?(?:medicamentos?|medicacion|antibioticos?)|(?:cura|trata|sirve para) (?:la |el )?(?:diabetes|cancer|artritis|asma|hipertension)|asesor(?:ia|amiento) (?:legal|fiscal|financier[oa]|medic[oa])|es (?:i)?legal|mis derechos|desgravar|deducir (?:\\S+ )?(?:impuestos|iva)|buena inversion',
    "posologie|quelle dose|(?:prendre|utiliser) (?:\\S+ ){0,3}?(?:avec|sous) (?:\\S+ )?(?:medicaments?|traitement|antibiotiques?)|(?:soigne|guerit|traite) (?:le |la |l')?(?:diabete|cancer|arthrite|asthme|hypertension)|conseils? (?:juridique|fiscal|financier|medical)s?|est-ce (?:il)?legal|(?:quels sont )?mes droits|deductible des impots|bon investissement",
    'dosierung|welche dosis|(?:mit|neben|zusammen mit) (?:meinen? |anderen? )?(?:medikament\\p{L}*|antibiotik\\p{L}*|blutverdünner\\p{L}*|blutdrucktabletten)|(?:hilft|heilt|wirkt) (?:\\S+ ){0,2}?(?:bei|gegen) (?:diabetes|krebs|arthrose|asthma|bluthochdruck|neurodermitis|depression\\p{L}*)|(?:rechts|steuer|finanz|anlage)beratung|ist (?:das|es) (?:il)?legal|meine rechte|steuerlich absetz\\p{L}*|von der steuer|gute (?:geld)?anlage|nebenwirkung\\p{L}*',
  ),
  anywhere(
    '(?:能|可以|能不能|可不可以).{0,4}(?:治疗|治好|治|医治)|剂量|(?:吃|服用?|喝)(?:多少|几)(?:粒|片|颗|毫克|毫升|包)|(?:和|跟|与).{0,6}药.{0,4}(?:一起|同时|同服)|(?:糖尿病|高血压|心脏病|哮喘|癫痫|肾病|癌症|痛风|抑郁).{0,6}(?:能|可以|可不可以|适合|吃|用|喝)|对.{0,6}(?:病|炎|症)有(?:效|用|帮助)|(?:小孩|孩子|宝宝|婴儿|儿童|岁).{0,4}(?:吃|喝|服)多少|(?:最多|每天|一天).{0,4}(?:吃|喝|服)多少|降(?:血脂|血压|血糖|三高|胆固醇)|心脏不好|许可证|医嘱|诊断|报税|抵税|避税|逃税|税务(?:咨询|建议)|抵扣税|投资(?:建议|价值)|理财|(?:能|会)(?:升值|保值)|合法吗|(?:是否|算不算|是不是)(?:合法|违法|犯法)|违法吗|法律(?:咨询|规定|依据|建议)|我有(?:什么|哪些)权利|消费者权益保护法|消法|三包法',
    '薬と(?:一緒|併用)|服用(?:量|して)|用量|(?:病気|糖尿病|高血圧|がん|癌|喘息|アトピー).{0,8}(?:治り|効き|効果|使えます|飲めます)|節税|確定申告|投資(?:として|価値|に)|値上がりし|違法|合法(?:です|なの)|法律(?:的|相談|上)|消費者の権利|診断',
    'الجرعه|جرعه|يعالج|هل يشفي|مع (?:ال)?(?:دواء|ادويه)|استشاره (?:قانونيه|طبيه|ماليه)|هل هو قانوني|هل هذا قانوني|حقوقي|التهرب الضريبي',
  ),
]
