import { anywhere, words } from '../fold.ts'

export const selfHarm: readonly RegExp[] = [
  words(
    "(?:don't|do not|dont) want to (?:live|be alive|go on living)|(?:no|any) reason to live|better off dead|wish i (?:was|were) dead|take my own life|self[- ]harm",
    'kill(?:ing)? myself|suicid(?:e|al)|end (?:my life|it all)|want to die|hurt(?:ing)? myself|harm(?:ing)? myself',
    'suicidarme|suicidio|quitarme la vida|quiero morir(?:me)?',
    'me suicider|suicidaire|mettre fin a mes jours|envie de mourir',
    'selbstmord|suizid|mich umbringen|mir das leben nehmen|will sterben|nicht mehr leben',
  ),
  anywhere(
    '自杀|自殺|不想活|活着没(?:意思|意义)|活不下去|想死(?!你)|自残|割腕|跳楼|轻生|輕生|死にたい|انتحار|انتحر|اقتل نفسي|اريد ان اموت',
  ),
]

export const threat: readonly RegExp[] = [
  words(
    "(?:will|gonna|going to|'ll) (?:kill|hurt|beat|find|shoot|stab) (?:you|u|him|her|them)|burn (?:down )?your|blow up your|bomb threat|plant a bomb|know where you (?:live|work)|watch your back|you(?:'ll| will) (?:regret|pay for|be sorry)|i(?:'ll| will) (?:find you|come (?:to|for) you|destroy you|ruin you)|smash (?:up )?your|you(?:'re| are) (?:dead|going to pay)",
    'te voy a matar|los voy a matar|se donde vives|quemar(?:e)? (?:la|su|tu) tienda',
    'je vais (?:te|vous) tuer|je sais ou (?:tu habites|vous habitez)|bruler votre',
    '(?:bringe|mach)(?: \\S+)? (?:dich|euch|sie) (?:um|fertig|kalt)|ich weiß wo (?:du|ihr|sie)',
  ),
  anywhere(
    '(?:杀|殺|弄死|打死|砍|捅)了?(?:你|妳|他|她)|砸了?你们?的?店|弄死|要你(?:们)?好看|找人(?:收拾|弄|打)|(?:等着|走着)瞧|给我等着|放火烧|殺してやる|ぶっ殺|ساقتلك|ساقتلكم|اعرف اين تسكن',
  ),
]

export const safety: readonly RegExp[] = [
  words(
    'caught fire|on fire|exploded|electric shock|electrocuted|(?:got|was|were|been|is|burned|burnt) (?:badly )?(?:injured|burned|burnt|scalded|bleeding)|is bleeding|choked on',
    'se incendio|se prendio fuego|exploto|quemadura|herid[oa]|descarga electrica',
    'a pris feu|a explose|blessee?|brulure|choc electrique|electrocutee?',
    'feuer gefangen|gebrannt|explodiert|verletzt|verbrannt|verbrennung|stromschlag',
  ),
  anywhere(
    '着火|起火|爆炸|触电|觸電|受伤|受傷|烫伤|燙傷|割伤|流血|発火|爆発|感電|怪我|けがを|やけど|火傷|احترق|انفجر|صعق|اصيب|اصابه',
  ),
]

export const medical: readonly RegExp[] = [
  words(
    "allergic reaction|anaphyla\\p{L}*|in hospital|hospital(?:ized|ised)|emergency room|ambulance|poison(?:ed|ing)|overdos(?:e|ed)|chest pain|(?:can't|cannot|cant) breathe|(?:i am|i'm|im|she is|she's|wife is|while|during|when|if) (?:\\p{L}+ ){0,2}(?:pregnan(?:t|cy)|breast ?feeding)|my doctor|(?:vomited|vomiting|throwing up|rash) after",
    'reaccion alergica|al hospital|ambulancia|intoxica(?:do|da|cion)|sobredosis|embarazada|embarazo|lactancia|mi medico',
    "reaction allergique|a l'hopital|ambulance|intoxication|surdosage|enceinte|grossesse|allaite(?:ment)?|mon medecin",
    'allergische reaktion|allergisch reagiert|krankenhaus|notaufnahme|notarzt|vergift(?:et|ung)|überdosis|schwanger(?:schaft)?|stillzeit|stille|mein arzt',
  ),
  anywhere(
    '过敏反应|过敏了|過敏反應|住院|急诊|急診|送医院|去医院|中毒|怀孕|懷孕|孕妇|孕婦|哺乳期|副作用|呼吸困难|アレルギー反応|アレルギーが出|救急|中毒|妊娠中|授乳中|副作用|حساسيه شديده|رد فعل تحسسي|مستشفي|تسمم|حامل|الحمل|مرضعه|اسعاف',
  ),
]
