import { anywhere, words } from '../fold.ts'

export const selfHarm: readonly RegExp[] = [
  words(
    "(?:don't|do not|dont) want to (?:live|be alive|go on living)|(?:no|any) reason to live|better off dead|wish i (?:was|were) dead|take my own life|self[- ]harm",
    'suicid(?:e|al)|(?:end|ending) (?:my (?:own )?life|it all|myself)|(?:want|wish|going|like) to (?:just )?(?:die|disappear for ?ever|stop existing|never wake up|go to sleep for ?ever)',
    '(?:kill(?:ed|ing)?|hurt(?:ing)?|harm(?:ed|ing)?|cut|cutting) (?:my|him|her|them)sel(?:f|ves)|(?:take|taking|took|taken) (?:my|his|her|their) own li(?:fe|ves)|never wake up(?: again)?|(?:jump|jumping|throw myself) (?:off|from|under|in front of) (?:a|the|my) (?:bridge|building|roof|balcony|train|cliff|window)',
    "(?:no|any|a|the|much) (?:point|sense|reason) (?:in |to |for )?(?:me )?(?:living|life|going on|carrying on|live|go on|be alive|being here|exist(?:ing)?)|life (?:is not|isn't|isnt|is no longer|has no|is) (?:worth (?:living|it)|not worth living|meaning(?:less)?|point(?:less)?)|better off without me|(?:can't|cannot|cant|can not) (?:live|go on|carry on) (?:like this|this way|any ?more|any longer)",
    "(?:no longer|not|don't|dont) (?:really )?(?:want|wish) to (?:be alive|exist|wake up|be here any ?more)|nothing (?:left )?to live for|never been born|no way out for me|(?:took|taken|swallowed|take) (?:\\p{L}+ ){0,3}?(?:of|all) (?:\\p{L}+ )?(?:pills|tablets)|this is my last (?:message|goodbye) to (?:any ?one|every ?one|every ?body|the world)",
    'suicidarme|suicidio|quitarme la vida|quiero morir(?:me)?',
    'me suicider|suicidaire|mettre fin a mes jours|envie de mourir',
    'selbstmord|suizid|mich umbringen|mir das leben nehmen|will sterben|nicht mehr leben',
  ),
  anywhere(
    '自杀|自殺|不想活|活着没(?:有)?(?:什么)?(?:意思|意义)|活不下去|活够了|活腻|生无可恋|想死(?!你)|死了算了|不如死|一了百了|不想(?:再)?醒(?:来|过来)|(?:是个|成了|当)累赘|结束(?:自己的?)?生命|自残|割腕|跳(?:楼|河|江|海|桥)|上吊|轻生|輕生|想不开|想解脱|结束这一切|活着(?:太|真|好)?(?:累|痛苦)|吞了.{0,8}(?:药|片)|撑不下去|死にたい|انتحار|انتحر|اقتل نفسي|اريد ان اموت',
  ),
]

export const threat: readonly RegExp[] = [
  words(
    "(?:will|gonna|going to|'ll) (?:kill|hurt|beat|find|shoot|stab) (?:you|u|him|her|them)|burn (?:down )?your|blow up your|bomb threat|plant a bomb|know where you (?:live|work)|watch your back|you(?:'ll| will) (?:regret|pay for|be sorry)|i(?:'ll| will) (?:find you|come (?:to|for) you|destroy you|ruin you)|smash (?:up )?your|you(?:'re| are) (?:dead|going to pay)",
    "(?:i|we)(?:'ll| will|'m| am| are| shall) (?:\\p{L}+ ){0,8}?(?:smash|burn|torch|destroy|trash|wreck|break|blow up) (?:up |down )?(?:everything|(?:you|your|the) (?:shop|store|house|home|windows?|legs?|neck|face|bones|arms?|business|place|warehouse)|you(?= |$|[.,!]))|(?:make|making) you (?:pay|suffer|bleed)|(?:someone|somebody|people|you)(?: is| are|'s|'re|'ll| will)? (?:going to |gonna )?(?:get|gets|be|end up) (?:hurt|killed|shot|stabbed)",
    "(?:come|coming|show up|showing up|be there|at your door)(?: \\p{L}+){0,4} with (?:a|my) (?:gun|rifle|knife|bat|weapon|axe)|(?:hope|wish) (?:that )?(?:you|u|your (?:family|kids|children|mother)|they)(?: all| guys)? (?:die|burn|rot|suffer|get cancer)|(?:brick|rock|stone)s? through (?:your|the) window|(?:a|the) bomb (?:in|inside|at|under) (?:the|your|my|this) (?:package|parcel|box|shop|store|building|office|warehouse|mail)|your (?:shop|store|warehouse|house|building|place)(?: \\p{L}+){0,3} (?:catch(?:es)? fire|burns? down|go(?:es)? up in flames)|(?:punch|kick|slap|stab|shoot|strangle|attack) (?:you|him|her|them|your \\p{L}+)(?= |$|[.,!])|throw (?:\\p{L}+ )?(?:acid|bricks?|stones?|rocks?)|send(?:ing)? (?:some )?(?:people|someone|guys) (?:round|over|to your)|say your prayers|(?:shop|store|house|place) (?:will not|won't|wont) be standing|reviews? (?:unless|if you (?:don't|do not|dont)|until you) (?:pay|give|refund)",
    'te voy a matar|los voy a matar|se donde vives|quemar(?:e)? (?:la|su|tu) tienda',
    'je vais (?:te|vous) tuer|je sais ou (?:tu habites|vous habitez)|bruler votre',
    '(?:bringe|mach)(?: \\S+)? (?:dich|euch|sie) (?:um|fertig|kalt)|ich weiß wo (?:du|ihr|sie)',
  ),
  anywhere(
    '(?:杀|殺|弄死|打死|砍|捅)了?(?:你|妳|他|她)|砸了?你们?的?店|(?:店|公司|仓库|家).{0,6}(?:砸|烧|炸)(?:了|掉|烂|光)|去.{0,8}店.{0,10}砸|(?:烧|炸)了?你们?|知道你们?(?:家|住)(?!的)|走夜路|付出(?:血的)?代价|堵(?:在)?你们?的?(?:店|门|家)|(?:打|揍|废)(?:断|死|残)你|(?:就|要|去|来)(?:打|揍)(?:你|他|她|人)|(?:叫|带|找|喊)人.{0,8}(?:闹|堵|砸)|(?:别想|休想)(?:再)?(?:开(?!发)|好过)|死全家|全家死|不得好死|弄死|要你(?:们)?好看|找人(?:收拾|弄|打)|(?:等着|走着)瞧|给我等着|放火烧|殺してやる|ぶっ殺|ساقتلك|ساقتلكم|اعرف اين تسكن',
  ),
]

export const safety: readonly RegExp[] = [
  words(
    '(?:catch(?:es|ing)?|caught) fire|on fire|explod(?:ed|es|ing)|electric shock|fire hazard|carbon monoxide|(?:started|starts|began|suddenly|is|was|keeps|kept) (?:smoking|sparking)(?! (?:allowed|permitted|area|room))|(?:started|starts|began) to (?:smoke|spark|burn|melt|swell)|(?:started|starts|began) (?:burning|melting|swelling)|(?:smoke|sparks?|flames?) (?:\\p{L}+ )?(?:came|come|comes|coming|flew|flying|shot|shooting|pour\\p{L}*) (?:out|from|off)|there (?:are|is|was|were) (?:\\p{L}+ )?(?:flames?|sparks)',
    '(?:blew|blow|blows|blown) up (?:in|on|while|when|and|near)|there was a (?:\\p{L}+ )?bang|smoke everywhere|scorched (?:the|my|our)|(?:i|she|he|we|my \\p{L}+) fell (?:and|off|down|because)|(?:fell|falling) (?:\\p{L}+ ){0,4}?(?:hit|hitting|on (?:me|him|her|my|the baby|the child))|(?:hand|finger|arm|leg|foot|wrist|ankle|rib|nose|toe|tooth)s? (?:is|are|was|may be|might be) (?:\\p{L}+ )?(?:broken|fractured|sprained|injured)|stuck in (?:my|his|her|the) (?:throat|nose|ear|airway)|(?:gave|gives|giving|got|get|gets|getting) (?:me |him |her |us )?(?:a|an) (?:\\p{L}+ )?shock(?! absorber)',
    '(?:plug|socket|outlet|cable|cord|charger|wires?|adapter|plastic|battery|batteries|casing|housing|switch)(?: \\p{L}+){0,3} (?:melt(?:ed|s|ing)|burn(?:t|ed|s|ing)|scorched|smok(?:es?|ed|ing)|swell(?:s|ing|ed)|swollen|bulg(?:es|ing|ed)|sparks?|sparked|sparking)|(?:swollen|bulging|melted|burnt) (?:plug|socket|cable|cord|charger|battery)|(?:smell|smells|smelled|smelt|smelling|stinks?) (?:of |like )?(?:\\p{L}+ )?(?:burning|burnt (?:plastic|rubber|wires?|cable)|gas)|gas (?:is |was )?leak(?:s|ing|ed)?|leaking gas',
    '(?:shattered|broke|exploded|burst|snapped|cracked|splashed|sprayed) (?:\\p{L}+ ){0,2}?(?:in|into|on|over) (?:my|his|her) (?:hands?|face|eyes?|mouth|skin)|(?:cut|burn(?:ed|t)?|hurt|injured|scalded|sliced|crushed|broke|bruised|shocked) (?:my|his|her|their|our) (?:\\p{L}+ )?(?:hand|finger|thumb|arm|leg|foot|toe|back|face|eye|head|skin|mouth|lip|tongue|knee|neck|tooth|teeth|wrist|ankle|son|daughter|child|baby|wife|husband|mother|father|kid|dog|cat)s?|(?:hand|finger|thumb|arm|leg|face|eye|mouth|lip)s? (?:is|are|was|were|started) bleeding|(?:i am|im|she is|he is) bleeding|(?:burned|burnt|scalded|injured|shocked|electrocuted) (?:my|him|her|them)sel(?:f|ves)',
    '(?:swallow(?:ed|s|ing)?|inhaled) (?:\\p{L}+ ){0,4}?(?:magnets?|battery|batteries|parts?|pieces?|buttons?|beads?|plastic|glass|screws?)|chok(?:ed|es|ing) on|(?:pieces?|bits?|splinters?|shards?) of (?:metal|glass|plastic|wire|wood) in|(?:collapsed|gave way|tipped over|fell apart) (?:under|on|onto|with|while) (?:me|him|her|us|my|i|she|he|someone)',
    'electrocuted|(?:got|was|were|been|is|burned|burnt) (?:badly )?(?:injured|burned|burnt|scalded|bleeding)|is bleeding|choked on',
    'se incendio|se prendio fuego|exploto|quemadura|herid[oa]|descarga electrica',
    'a pris feu|a explose|blessee?|brulure|choc electrique|electrocutee?',
    'feuer gefangen|gebrannt|explodiert|verletzt|verbrannt|verbrennung|stromschlag',
  ),
  anywhere(
    '(?<!油)炸(?:了(?!.{0,2}[次个份点盘锅])|裂|飞)|(?<!火)爆(?:了|开)|砰的一声|(?:砸|压|夹|刺|烫|扎|割)(?:到|中|了)?(?:了)?(?:我|孩子|小孩|宝宝|脚|头)(?!.{0,2}家)|差点(?:砸|烫|伤|烧|出事)|(?:电|麻)了一下|塞(?:进|到|在)?.{0,3}(?:鼻|耳朵|喉)|自燃|爆裂|冒烟|冒煙|火花|冒火|火苗|被?电到|漏电|(?:煤气|燃气|天然气|气罐).{0,4}漏|烧焦|焦味|烧糊|(?:塑料|电线|插头|插座|橡胶).{0,4}(?:糊|焦|烧|熔|化了)|(?:糊味|焦糊).{0,6}(?:塑料|电|烧)|电池.{0,6}(?:鼓|膨胀|发烫|冒)|鼓包|(?:吞|咽)(?:了|下|进)|误食|误吞|噎(?:住|到|着)|(?:摔|砸|扎|夹|刺|压|割|电|磕)伤|(?:手|脸|脚|皮肤|孩子|我).{0,3}划伤|划伤.{0,2}(?:手|脸|脚|皮肤|孩子|我)|(?:划|割|扎|刺)破.{0,3}(?:手|脸|皮|脚)|(?:手|脸|头|嘴).{0,3}(?:流血|出血)|(?:吃|喝)(?:出|到).{0,4}(?:玻璃|金属|铁|虫|塑料)|着火|起火|爆炸|触电|觸電|受伤|受傷|烫伤|燙傷|割伤|流血|発火|爆発|感電|怪我|けがを|やけど|火傷|احترق|انفجر|صعق|اصيب|اصابه',
  ),
]

export const medical: readonly RegExp[] = [
  words(
    "hives|(?:came|come|coming|broke|broken|break|breaking) out in|(?:a|bad|red|itchy|skin|terrible) rash(?! (?:guards?|vests?))|(?:face|lips?|eyes?|throat|tongue|hands?|skin|arms?|legs?|mouth)(?: \\p{L}+){0,2}? (?:swelled|swollen|swelling|swells|blister\\p{L}*|turned red|went numb|itch(?:es|ing|y)|burn(?:s|ed|ing))|(?:swelled|swollen|swelling) (?:up )?(?:my|his|her) (?:face|lips?|eyes?|throat|tongue)|burn(?:ed|t) my skin|i (?:have|got|get) (?:\\p{L}+ )?blisters|vomit(?:ed|ing|s)?|throwing up|threw up|nausea|nauseous|diarrh?o?ea|dizz(?:y|iness)|fainted|fainting|passed out|lost consciousness|unconscious|seizures?|palpitations|heart(?: is| was|'s)? racing|food poisoning|shortness of breath|a&e|welts?|trimester|tingl(?:y|ing)|anaphylactic|(?:made|makes|making) (?:me|him|her|us|my \\p{L}+) (?:\\p{L}+ )?(?:ill|sick|unwell)|(?:very|really|seriously|violently|so) (?:ill|sick) (?:since|after|from|because)|collapsed (?:after|when|while)|(?:am|i'm|im|is|he's|she's|are|severely|highly) (?:\\p{L}+ )?allergic|(?:have|has|having|with|nut|peanut|severe) (?:an? )?(?:\\p{L}+ )?allerg(?:y|ies)|(?:went|go|going|been|rushed|taken|rush) to (?:the |an? )?(?:er|emergency|hospital|doctor|clinic)|does (?:this|it) interact",
    "allergic reaction|anaphyla\\p{L}*|in hospital|hospital(?:ized|ised)|emergency room|ambulance|poison(?:ed|ing)|overdos(?:e|ed)|chest pain|(?:can't|cannot|cant) breathe|(?:i am|i'm|im|she is|she's|wife is|while|during|when|if) (?:\\p{L}+ ){0,2}(?:pregnan(?:t|cy)|breast ?feeding)|my doctor|(?:vomited|vomiting|throwing up|rash) after",
    'reaccion alergica|al hospital|ambulancia|intoxica(?:do|da|cion)|sobredosis|embarazada|embarazo|lactancia|mi medico',
    "reaction allergique|a l'hopital|ambulance|intoxication|surdosage|enceinte|grossesse|allaite(?:ment)?|mon medecin",
    'allergische reaktion|allergisch reagiert|krankenhaus|notaufnahme|notarzt|vergift(?:et|ung)|überdosis|schwanger(?:schaft)?|stillzeit|stille|mein arzt',
  ),
  anywhere(
    '(?<!显)(?:脸|嘴唇?|眼睛?|皮肤|全身|身上|脖子|喉咙|手).{0,4}(?:肿|发麻|发红|发痒|起疹|起泡|溃烂|刺痛|过敏|发炎)|起(?:了)?(?:红)?疹|荨麻疹|皮疹|上吐下泻|呕吐|拉肚子|腹泻|恶心想吐|(?:吃|喝|用|戴|涂|擦|服)(?:了|完|过|后|着|以后|之后).{0,10}(?:头晕|头痛|头疼|肚子[痛疼]|想吐|发烧)|头晕恶心|(?:吃|喝|用)(?:了|完).{0,8}(?:倒(?:下|地|了)|一直吐|吐了)|(?:猫|狗|宠物).{0,8}(?:一直吐|吐了|病了|死了)|孕(?:早|中|晚)?期|晕倒|昏倒|昏迷|胸闷|食物中毒|过敏体质|对.{1,8}过敏|过敏反应|过敏了|過敏反應|住院|急诊|急診|送医院|去医院|中毒|怀孕|懷孕|孕妇|孕婦|哺乳期|副作用|呼吸困难|アレルギー反応|アレルギーが出|救急|中毒|妊娠中|授乳中|副作用|حساسيه شديده|رد فعل تحسسي|مستشفي|تسمم|حامل|الحمل|مرضعه|اسعاف',
  ),
]
