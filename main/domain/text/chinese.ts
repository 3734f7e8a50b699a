/** The traditional characters that shop talk uses most, and below them their simplified forms, one for one. */
const traditional = [
  '個們這來說時會過還沒麼樣嗎對開關給讓買賣錢價單號碼訂貨發運費郵遞換區國際東車輸達遲幾點鐘週歲舊兩雙條張塊樓門鄉鎮縣臺灣廣',
  '請謝問題應該當為從後裡邊間內頭優劃員積禮館賀質壞損壓氣電腦機線聲響顯螢鍵盤燈熱溫濕乾淨髮髒縮顏紅綠藍黃銀褲襯襪圍繩帶環錶',
  '鏈鑽寶飾妝護膚膠藥醫療檢測證書筆紙冊頁籤標誌圖畫鏡攝錄視頻網絡連結擊鎖賬帳戶註驗簡訊傳聯繫係務專業師經營節慶聖誕數據隱權',
  '責規則約賠償訴訟騙盜類種獨選擇項辦處決議論壇評讚獎勵領導爺媽孫兒嬰養寵貓鳥魚蝦雞鴨鵝豬麵飯湯鹽醬鹹蘋蔥薑蘿蔔豐滿饋贈麗壯',
  '長寬輕剛纔現實確認識歷歸屬屆層幣幫廁廳廠廚廢廟強彈彌徑復徵徹態慣慮憂懶懷戰戲拋挾捨掃掛採揀揚搖撈撥撲擁擋擠擬擴擾攔敗敵斷',
  '於晝曬曆曉朧術殺雜棄極構槍樂橋檔櫃欄歐歡殘殼毀氈況沖溝滅滾漢漸澤濃濟瀏濾灑灘災烏無煙煩燒爐爛爭爾牆狀獄獲產畢異盡監眾睏矚',
  '硯磚礎礙祕禍禪稅稱穀穩竅競範築籃籠糧糾紀級紋納紐純紗紛紮細終組絕絲綁綜維綱緊緒緣編緩練緻縫總績織繞繪繼續纖罰罷羅習聞聰聽',
  '職肅腸腫膽臉臨與興舉艙艷藝茲莊華萬葉蓋蔣薦蘇虛蟲補裝複襲見覺覽觀觸計記訓託設許診詞試詩詳話語誤誰課調談諒譯讀變財貴貸貼資',
  '賓賞賴購賽贏趕趨跡踐蹤躍軌軟較載輔輛輩輪輯辭邏農遠適遺邁鄰醜釋裏鈕針釣鈴銅銷鋁鋪鋼錯鍋鐵鑰閉閃閱隊階隨險雖離難雲霧靈靜韌',
  '韓頂順須預頓額顆顧風飄飛飽餅餘馬駐駕駛騎驚鬆鬧鮮鹼麥黨齊齒龍龜體團圓報尋執場塗墊夾奪學庫愛擔滯疊癢簽衛轉隻虧訪賺鋰馳齡儲',
  '僅儘儀傷傾備側億俠侶倆倉倫偉僱兌凍凱刪別剎創劇劍勁動勝勞勢匯協卻厭參吳呂嘆嘗嘔噴嚇嚴囑園夥夠夢奧婦宮寢寫屜島崗嶄彎彙悶惡',
  '惱憑懇懸掙捲搶摺撐擺攜昇暈暢曠柵樁樞檯毆洩滲潔潛潤澀濺瀉牽獵瑣癒皺盞碩礦窩窮竄絨絹緞縱繃繭繡羨翹脫脹腳膩臟臥莖菸蔭蘭蝕螞',
  '蠟衝襖詢誇誘誠諮謙謹譽豎負貢貧貶貿賊賜賤賦贊軍軸輝轎辯迴進違遙鄭釀鈔鈣鈎鉤鉛銳鋒鋸錦錫鍍鎊鏽鑒閒閣闆闊陰陣陳陸陽靚韻頸願',
  '飢飲餃餓饒驅魯鳳鷹黴齋龐撳嘜嚐噁癮攤檸鬍鬚鬱蠶鑲鑄睜繽綵綉擰擱攪澆淺濱潑潰妳',
].join('')
const simple = [
  '个们这来说时会过还没么样吗对开关给让买卖钱价单号码订货发运费邮递换区国际东车输达迟几点钟周岁旧两双条张块楼门乡镇县台湾广',
  '请谢问题应该当为从后里边间内头优划员积礼馆贺质坏损压气电脑机线声响显萤键盘灯热温湿干净发脏缩颜红绿蓝黄银裤衬袜围绳带环表',
  '链钻宝饰妆护肤胶药医疗检测证书笔纸册页签标志图画镜摄录视频网络连结击锁账帐户注验简讯传联系系务专业师经营节庆圣诞数据隐权',
  '责规则约赔偿诉讼骗盗类种独选择项办处决议论坛评赞奖励领导爷妈孙儿婴养宠猫鸟鱼虾鸡鸭鹅猪面饭汤盐酱咸苹葱姜萝卜丰满馈赠丽壮',
  '长宽轻刚才现实确认识历归属届层币帮厕厅厂厨废庙强弹弥径复征彻态惯虑忧懒怀战戏抛挟舍扫挂采拣扬摇捞拨扑拥挡挤拟扩扰拦败敌断',
  '于昼晒历晓胧术杀杂弃极构枪乐桥档柜栏欧欢残壳毁毡况冲沟灭滚汉渐泽浓济浏滤洒滩灾乌无烟烦烧炉烂争尔墙状狱获产毕异尽监众困瞩',
  '砚砖础碍秘祸禅税称谷稳窍竞范筑篮笼粮纠纪级纹纳纽纯纱纷扎细终组绝丝绑综维纲紧绪缘编缓练致缝总绩织绕绘继续纤罚罢罗习闻聪听',
  '职肃肠肿胆脸临与兴举舱艳艺兹庄华万叶盖蒋荐苏虚虫补装复袭见觉览观触计记训托设许诊词试诗详话语误谁课调谈谅译读变财贵贷贴资',
  '宾赏赖购赛赢赶趋迹践踪跃轨软较载辅辆辈轮辑辞逻农远适遗迈邻丑释里钮针钓铃铜销铝铺钢错锅铁钥闭闪阅队阶随险虽离难云雾灵静韧',
  '韩顶顺须预顿额颗顾风飘飞饱饼余马驻驾驶骑惊松闹鲜碱麦党齐齿龙龟体团圆报寻执场涂垫夹夺学库爱担滞叠痒签卫转只亏访赚锂驰龄储',
  '仅尽仪伤倾备侧亿侠侣俩仓伦伟雇兑冻凯删别刹创剧剑劲动胜劳势汇协却厌参吴吕叹尝呕喷吓严嘱园伙够梦奥妇宫寝写屉岛岗崭弯汇闷恶',
  '恼凭恳悬挣卷抢折撑摆携升晕畅旷栅桩枢台殴泄渗洁潜润涩溅泻牵猎琐愈皱盏硕矿窝穷窜绒绢缎纵绷茧绣羡翘脱胀脚腻脏卧茎烟荫兰蚀蚂',
  '蜡冲袄询夸诱诚咨谦谨誉竖负贡贫贬贸贼赐贱赋赞军轴辉轿辩回进违遥郑酿钞钙钩钩铅锐锋锯锦锡镀镑锈鉴闲阁板阔阴阵陈陆阳靓韵颈愿',
  '饥饮饺饿饶驱鲁凤鹰霉斋庞揿唛尝恶瘾摊柠胡须郁蚕镶铸睁缤彩绣拧搁搅浇浅滨泼溃你',
].join('')
const simpleOf = new Map(Array.from(traditional, (character, place) => [character, simple.charAt(place)]))
const chinese = /\p{Script=Han}/u

/** Traditional characters made simplified, character for character: a position stays the same position. */
export function simplified(text: string): string {
  if (!chinese.test(text)) return text
  let plain = ''
  for (const character of text) plain += simpleOf.get(character) ?? character
  return plain
}

/** What customers call by many names, under the name that stands first. Only true synonyms: a hint at a difference stays. */
const names: readonly (readonly [name: string, others: string])[] = [
  ['什么时候', '啥时候|啥时|什么时间|何时|几时|多会儿|多早晚'],
  ['怎么样', '咋样'],
  ['怎么', '咋|怎样|如何'],
  ['什么', '啥'],
  ['可以', '可不可以|能不能|可否|能否|是否可以|可不可'],
  ['有没有', '有木有|有无'],
  ['没有', '木有'],
  ['多久', '多长时间|多少时间|多少天|几天'],
  ['运费', '快递费|邮寄费|邮费|邮钱|配送费|送货费|物流费|寄费'],
  ['包邮', '免运费|免邮费|免邮|免快递费'],
  ['退款', '退钱|退回钱|返钱'],
  ['退货', '退回货|退东西'],
  ['发货', '寄出|出货|出库'],
  ['快递', '快件|包裹'],
  ['快递单号', '运单号|物流单号|运单|快递号'],
  ['收货地址', '收件地址|配送地址|送货地址'],
  ['订单', '定单'],
  ['取消', '撤销|撤单|撤掉'],
  ['账号', '帐号|账户|帐户'],
  ['登录', '登陆|登入'],
  ['到账', '到帐'],
  ['发票', '发漂|开票|票据'],
  ['保修', '质保|包修'],
  ['优惠券', '优惠卷|折扣券|代金券|抵用券|抵扣券'],
  ['优惠码', '折扣码|兑换码|优惠代码'],
  ['门店', '实体店|店面|线下店|门面'],
  ['付款', '支付|付钱|给钱'],
  ['尺码', '码数|尺寸'],
  ['漏发', '少发'],
  ['降价', '掉价|跌价'],
  ['差价', '差额'],
  ['正品', '真货|真品|正版'],
  ['小孩', '孩子|小朋友|宝宝'],
  ['营业', '开门'],
  ['打烊', '关门|关店|收摊'],
  ['自提', '自取|自己取|上门取货|上门拿货|上门取|上门拿|到店取货|到店拿'],
  ['结账', '结帐|结算|买单|埋单'],
  ['报销', '报帐|报账'],
  ['税号', '统编|统一编号|纳税人识别号'],
  ['邮箱', '信箱|电邮'],
  ['砧板', '菜板|案板|切菜板'],
  ['毯子', '毛毯|盖毯'],
  ['水壶', '热水壶|烧水壶|电水壶|电热壶'],
  ['停车', '泊车|停个车'],
  ['加急', '急件|特快'],
  ['可以吗', '行不行|好不好|成不成|中不中|行吗|成吗|行么|可以么|可以嘛|行嘛'],
  ['周', '星期|礼拜'],
  ['批发', '拿货|进货'],
]
const nameOf = new Map(names.flatMap(([name, others]) => others.split('|').map(other => [other, name])))
const anyOther = new RegExp([...nameOf.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu')

/** English words that customers mix into Chinese; longer ones first. */
const borrowed: readonly (readonly [name: string, words: string])[] = [
  ['礼品卡', 'gift ?cards?'],
  ['微信支付', 'wechat ?pay'],
  ['支付宝', 'alipay'],
  ['包邮', 'free (?:shipping|delivery)'],
  ['运费', '(?:shipping|delivery) (?:fees?|costs?)|postage'],
  ['快递单号', 'tracking(?: (?:number|no\\.?|code))?'],
  ['订单号', 'order (?:number|no\\.?|id)'],
  ['优惠码', '(?:coupon|promo|discount)(?: code)?s?'],
  ['自提', 'pick ?-?up'],
  ['现货', '(?:in )?stock'],
  ['补货', 're-?stock'],
  ['保修', 'warranty|guarantee'],
  ['退款', 'refund(?:ed|s)?'],
  ['退货', 'returns?'],
  ['换货', 'exchange'],
  ['取消', 'cancel(?:l?ed)?'],
  ['寄到', '(?:ship|deliver)(?:ping)? to'],
  ['寄', 'ship(?:ped)?|deliver(?:ed)?'],
  ['配送', 'shipping|delivery'],
  ['快递', 'parcels?|packages?'],
  ['订单', 'orders?'],
  ['发票', 'invoices?|receipts?'],
  ['尺码', 'sizes?'],
  ['颜色', 'colou?rs?'],
  ['价格', 'prices?'],
  ['地址', 'address'],
  ['邮箱', 'e-?mail'],
  ['付款', 'payment|(?<!(?:apple|google|samsung|shop) ?)pay'],
  ['订阅', 'subscription|subscribe'],
  ['批发', 'wholesale'],
  ['积分', 'points'],
]
const borrowedWords = borrowed.map(
  ([name, words]) => [name, new RegExp(`(?<![a-z\\d])(?:${words})(?![a-z\\d])`, 'giu')] as const,
)
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Chinese in one script and without English words in between: "有 gift card 賣嗎" is "有 礼品卡 卖吗". */
export function plainChinese(text: string): string {
  if (!chinese.test(text) || kana.test(text)) return text
  const plain = simplified(text)
  if (!/[a-z]{3}/iu.test(plain)) return plain
  return borrowedWords.reduce((rest, [name, words]) => rest.replace(words, name), plain)
}

/** One script and one word for the same thing, for comparing texts; `text` is a run of one script, folded. */
export function unifiedChinese(text: string): string {
  return simplified(text).replace(anyOther, other => nameOf.get(other) ?? other)
}
