import { anywhere, words } from '../fold.ts'

export const legal: readonly RegExp[] = [
  words(
    'lawyers?|attorneys?|solicitors?|sue|suing|lawsuit|legal action|legal (?:proceedings|notice|letter)|take you to court|in court|small claims|trading standards|consumer (?:court|forum|protection)|police|report you to',
    'breach of (?:the )?contract|contract(?:ual)? (?:clause|terms?|obligations?|law|dispute)|(?:clause|paragraph|section) \\d+|(?:what does|interpret) (?:the|this|your) (?:\\S+ )?(?:clause|contract|terms)|(?:terms and conditions|contract|small print|law) (?:says?|states?|means?|requires?)|liab(?:le|ility)|consumer (?:law|rights?|protection act)|against the law|(?:by|under|per) (?:\\S+ )?(?:consumer )?law|statutory|ombudsman|legally|class action',
    'incumplimiento (?:de|del) contrato|clausula|responsabilidad legal|derechos del consumidor|segun la ley|por ley',
    'clause|rupture (?:de|du) contrat|droit de la consommation|selon la loi|mediateur|responsabilite (?:civile|legale)',
    'vertragsbruch|klausel|haftung|haftbar|schadensersatz|nach (?:§|paragraph|gesetz)|§ ?\\d+|gesetzlich(?:e[rns]?)? (?:anspruch|gewährleistung\\p{L}*|rechte?|verpflicht\\p{L}*)|schlichtungsstelle',
    'abogad[oa]s?|demandar(?:los|les|e)?|denunciar(?:los|les|e)?|denuncia|acciones? legal(?:es)?|tribunal(?:es)?|juicio|policia|hoja de reclamaciones',
    'mon avocat|notre avocat|un avocat va|porter plainte|porterai plainte|tribunal|action en justice|poursuites|mise en demeure|dgccrf|police',
    '(?:rechts)?anwält?e?i?n?|anwalt|rechtsanwalt|verklage[n]?|klage einreichen|vor gericht|amtsgericht|rechtliche schritte|verbraucherzentrale|anzeige erstatten|polizei',
  ),
  anywhere(
    '合同(?:条款|法|纠纷|解释|效力)|违约(?:金|责任)?|条款.{0,6}(?:什么意思|怎么理解|解释)|法律(?:责任|效力|途径|手段|武器)|依法|消费者权益|仲裁|维权|律师|律師|起诉|起訴|法院|告你们|告你們|告上|消协|消費者協會|12315|工商局|市场监管|报警|報警|警察|弁護士|訴え(?:る|ます)|訴訟|裁判|法的措置|消費者センター|消費生活センター|契約(?:違反|条項|書の)|損害賠償|消費者(?:庁|契約法)|法律|警察|محام|محكمه|مقاضاه|ساقاضي|دعوي قضائيه|حمايه المستهلك|الشرطه',
  ),
]

export const paymentDispute: readonly RegExp[] = [
  words(
    "charge ?backs?|disput(?:e|ed|ing) (?:\\S+ ){0,2}?(?:charge|payment|transaction)|(?:charged|billed|debited|paid) (?:me )?(?:twice|double|two times|three times|again|the wrong)|double charged?|over ?charged|unauthori[sz]ed|stolen card|fraud(?:ulent)?|frauds|scam(?:s|med|mer|mers)?|(?:want|give|get|need|refund) (?:\\S+ )?my money(?: back)?|money back now|(?:not|never|n't|nt) (?:\\S+ ){0,3}?(?:received|got|get|receive|seen) (?:\\S+ ){0,2}?(?:refund|money)|where(?:'s| is) my (?:refund|money)|(?:you|they|u|company|shop|store|guys) (?:\\S+ )?stole|stole (?:from|my (?:\\S+ )?(?:money|card|payment|savings))|stolen my money|cheat(?:ed|ers?|ing)|(?:unknown|unrecogni[sz]ed|unexpected|wrong|extra) (?:charge|debit|payment on my)|(?:charged|debited|billed) (?:me |my \\S+ )?(?:for something|without)|(?:took|taken|withdr[ae]wn?|deducted) (?:\\S+ )?money (?:\\S+ )?(?:from|without)|did(?:n't| not) authori[sz]e",
    'contracargo|me (?:han )?cobra(?:ron|do) (?:dos veces|doble|de mas|mal)|cobro (?:doble|duplicado|no autorizado)|estafa(?:d[oa]|dores)?|fraude|devuelvan? mi dinero|devuelvanme|mi dinero de vuelta|no (?:me )?ha(?:n)? (?:llegado|devuelto)(?: \\S+)? (?:reembolso|dinero)',
    '(?:debitee?|preleve|facture|debite)(?: \\S+)? (?:deux fois|en double)|double (?:debit|prelevement)|opposition|arnaque(?:urs?)?|fraude|escroc(?:s|querie)?|rendez[- ]moi mon argent|pas (?:recu|ete rembourse)(?: \\S+){0,3}(?: remboursement)?',
    'rückbuchung|rückbelastung|(?:doppelt|zweimal|zu viel|falsch) (?:abgebucht|berechnet|belastet)|betrug|betrüger|abzocke|geld zurück (?:haben|sofort)|will mein geld|(?:rückerstattung|erstattung|geld)(?: \\S+){0,3} (?:nicht|nie)(?: \\S+){0,2} (?:erhalten|bekommen|angekommen|eingegangen)',
  ),
  anywhere(
    '拒付|(?:金额|扣款|收费|价格)(?:有误|错误|不对|错了)|(?:重复|乱)收费|多收(?:了)?(?:我|钱|\\d)|没(?:下单|买|同意).{0,6}(?:扣|收).{0,3}(?:钱|款|费)|支付争议|盗刷|盜刷|诈骗|詐騙|骗子|騙子|骗钱|骗人|被骗|欺诈|(?:重复|多|乱)扣|扣了?(?:我)?(?:两|二|2)次|还我钱|把钱还|退我钱|退钱给我|还钱|(?:没|没有|未|還沒|还没)(?:有)?(?:收到|到账|退)(?:退款|钱)|退款(?:还|一直|怎么)?(?:没|未|沒)|未经授权|詐欺|騙さ|二重(?:請求|決済|に引き落と)|不正(?:利用|請求)|返金(?:が|は)?(?:まだ|され(?:て)?(?:い)?(?:ない|ません))|お金を返し|احتيال|نصب|نصاب|خصم(?:تم|وا)? .{0,10}مرتين|اعيدوا (?:لي )?(?:نقودي|اموالي|فلوسي)|رجعوا فلوسي|لم (?:استلم|يصلني) .{0,8}(?:المبلغ|استرداد)',
  ),
]

export const privacyRequest: readonly RegExp[] = [
  words(
    '(?:delete|erase|remove|access|see|copy of|export) (?:\\S+ )?(?:my|all)(?: \\S+)? (?:personal )?(?:data|information|details|records)|right to be forgotten|subject access|data (?:subject|protection)|gdpr|ccpa|dpo|what (?:personal )?(?:data|information|info) (?:do|does|is) (?:you|your \\S+) (?:have|hold|store|keep|collect)(?: \\S+)? (?:about|on|of) (?:me|my)|stop (?:using|sharing|selling|processing) my (?:\\S+ )?(?:data|information|details)|(?:data|privacy) (?:breach|leak|request)|leaked my',
    'proteccion de datos|(?:borrar|borren|eliminar|eliminen|acceder a|acceso a) (?:todos )?mis datos|derecho al olvido|rgpd|arco',
    "(?:supprimer|supprimez|effacer|effacez|acces a|acceder a) (?:toutes )?mes donnees|protection des donnees|droit a l'oubli|rgpd|cnil",
    'dsgvo|datenschutzbeauftragte[rn]?|meine (?:\\S+ )?daten (?:\\S+ )?(?:löschen|gelöscht|löscht|herausgeben)|(?:löschen|löscht|lösche) (?:\\S+ ){0,2}?(?:meine|alle) (?:\\S+ )?daten|auskunft (?:über|nach|gemäß)',
  ),
  anywhere(
    '(?:删除|删掉|清除|注销|刪除).{0,8}(?:数据|信息|资料|資料|個資)|个人信息保护|你们(?:有|存|收集|保存)(?:了)?我(?:的)?(?:什么|哪些)|(?:泄露|泄漏|出卖|贩卖).{0,6}(?:信息|隐私|资料|数据|电话)|(?:信息|隐私|资料|数据).{0,4}(?:泄露|泄漏)|隐私(?:投诉|问题)|(?:数据|信息)保护|個人情報.{0,8}(?:削除|消去|開示)|データ.{0,4}(?:削除|消去)|(?:حذف|احذفوا|مسح|امسحوا).{0,10}(?:بياناتي|معلوماتي)|حمايه البيانات',
  ),
]

export const complaint: readonly RegExp[] = [
  words(
    '(?:file|make|raise|register|lodge|have) (?:a |an )?(?:formal |official )?complaint|(?:want|like|wish|need|how) to complai(?:n|nt)|^complaints?$|(?:pathetic|worst|terrible|horrible|awful|disgusting|poor|bad|useless) (?:\\S+ )?(?:service|customer (?:service|support|care)|support|experience|company|shop|store)|(?:service|support|you|u|all|guys) (?:is|are|r) (?:all |so |very |just |really )*(?:pathetic|useless|terrible|horrible|awful|disgusting)|unacceptable|^(?:useless|pathetic)$|waste of (?:my )?time',
    'quiero (?:poner |presentar |hacer )?(?:una )?(?:queja|reclamacion|quejarme)|pesimo servicio|inaceptable|una verguenza',
    'faire une reclamation|me plaindre|service (?:\\S+ )?(?:nul|lamentable|deplorable|inadmissible)|inadmissible|inacceptable|une honte',
    'beschwer(?:de|en)|unverschämt(?:heit)?|inakzeptabel|frechheit|(?:schlechter|mieser|miserabler) (?:service|kundenservice|kundendienst)',
  ),
  anywhere(
    '我要投诉|要投诉|投诉你们|投訴|服务(?:太|真|很|极)?差|太差劲|垃圾店|差评|クレームを|苦情|ひどい対応|最悪|اقدم شكوي|تقديم شكوي|اشتكي|خدمه سيئه|اسوا خدمه',
  ),
]
