export interface Emoji {
  readonly sign: string
  /** Names and words to find it by; the first one is its name. */
  readonly en: readonly string[]
  readonly zh: readonly string[]
}

/** The ones that people write to shops and back, one each line: sign, English words, Chinese words. */
const lines = `
😀 grinning, smile, happy | 笑脸, 开心
😃 big smile, happy | 大笑脸, 高兴
😄 laughing eyes, happy, laugh | 眯眼笑, 开心
😁 beaming, grin | 露齿笑, 嘻嘻
😆 laughing, haha | 大笑, 哈哈
😅 relieved laugh, sweat, phew | 苦笑, 擦汗
😂 tears of joy, laugh, lol | 笑哭, 哈哈
🤣 rolling on the floor, lol | 笑翻, 打滚
🙂 slight smile | 微笑
🙃 upside down, irony | 倒脸, 无奈
😉 wink | 眨眼
😊 blush, smile, warm | 害羞微笑, 开心
😇 halo, angel, innocent | 天使, 无辜
🥰 adoring, love, hearts | 喜爱, 爱心
😍 heart eyes, love | 花痴, 喜欢
🤩 star eyes, wow, excited | 星星眼, 激动
😘 kiss | 飞吻
😋 yummy, delicious, tasty | 好吃, 馋
😛 tongue, playful | 吐舌
😜 crazy, joke | 调皮
🤗 hug | 拥抱
🤭 giggle, oops | 偷笑, 捂嘴
🤫 quiet, secret | 嘘, 保密
🤔 thinking, hmm | 思考, 想想
🤨 doubt, really | 怀疑
😐 neutral | 平静, 无语
😏 smirk | 得意
🙄 eye roll | 翻白眼
😬 grimace, awkward | 尴尬
😌 relieved, calm | 放心, 平静
😔 pensive, sad | 失落, 难过
😪 sleepy | 困
😴 sleeping, tired | 睡觉, 累
😷 mask, ill | 口罩, 生病
🤒 fever, ill | 发烧, 生病
🤕 hurt, injured | 受伤
🥳 party, celebrate, birthday | 庆祝, 生日
😎 cool, sunglasses | 酷, 墨镜
🤓 nerd, clever | 书呆子, 聪明
😕 confused | 困惑
😟 worried | 担心
🙁 frown, sad | 不开心
😮 surprised, oh | 惊讶, 哦
😲 astonished, wow | 震惊
😳 flushed, embarrassed | 脸红, 尴尬
🥺 pleading, please | 恳求, 拜托
😢 crying, sad, tear | 流泪, 难过
😭 sobbing, cry | 大哭, 伤心
😱 scream, shock | 尖叫, 惊恐
😖 upset | 难受
😞 disappointed | 失望
😓 downcast, sweat | 汗, 沮丧
😩 weary, exhausted | 疲惫
😤 huff, proud | 哼, 不服
😠 angry | 生气
😡 furious, rage | 愤怒, 发火
👍 thumbs up, yes, ok, good | 赞, 好, 同意
👎 thumbs down, no, bad | 踩, 不好
👌 ok hand, perfect | 好的, 没问题
🙏 thank you, please, folded hands | 谢谢, 拜托, 合十
👏 clap, bravo | 鼓掌
🙌 hooray, raised hands | 欢呼, 举手
🤝 handshake, deal | 握手, 成交
👋 wave, hello, bye | 挥手, 你好, 再见
✌️ victory, peace | 胜利, 耶
🤞 fingers crossed, luck | 祝好运
💪 strong, muscle | 加油, 强壮
👇 point down, below | 下面, 往下
👆 point up, above | 上面, 往上
👉 point right, here | 向右, 这里
👈 point left | 向左
☝️ one, attention | 注意, 一
✋ stop, hand | 停, 手掌
🤷 shrug, no idea | 耸肩, 不知道
🙇 bow, sorry | 鞠躬, 抱歉
🙋 raise hand, me | 举手, 我
🤦 facepalm | 捂脸
👀 eyes, look | 眼睛, 看看
❤️ red heart, love | 红心, 爱
🧡 orange heart | 橙心
💛 yellow heart | 黄心
💚 green heart | 绿心
💙 blue heart | 蓝心
💜 purple heart | 紫心
🖤 black heart | 黑心
🤍 white heart | 白心
💔 broken heart | 心碎
💕 two hearts, love | 双心, 爱
💖 sparkling heart | 闪亮的心
💯 hundred, perfect | 一百分, 满分
✨ sparkles, new, shiny | 闪亮, 新
⭐ star | 星星
🌟 glowing star | 闪星
🔥 fire, hot | 火, 热门
🎉 party, celebrate, congratulations | 庆祝, 恭喜
🎊 confetti, celebrate | 彩带, 庆祝
🎈 balloon | 气球
🎁 gift, present | 礼物, 礼品
🎂 birthday cake | 生日蛋糕
🏆 trophy, winner | 奖杯
🥇 gold medal, first | 金牌, 第一
✅ done, check, yes | 完成, 对勾
☑️ ticked | 已勾选
✔️ check mark | 对号
❌ cross, no, wrong | 叉, 错误
❗ exclamation, important | 感叹号, 重要
❓ question | 问号, 疑问
⚠️ warning | 警告, 注意
🚫 forbidden, no | 禁止
🆗 ok button | 好的
🆕 new button | 新品
🆓 free | 免费
🔝 top | 置顶
💡 idea, light bulb | 主意, 灯泡
📌 pin | 图钉, 重点
📍 place, location | 位置, 地点
🔗 link | 链接
🔔 bell, reminder | 铃, 提醒
🔒 locked, safe | 锁, 安全
🔑 key | 钥匙
🔍 search, look for | 搜索, 查找
⏰ alarm clock, time | 闹钟, 时间
⏳ hourglass, wait | 沙漏, 等待
🕐 one o'clock, time | 一点, 时间
📅 calendar, date | 日历, 日期
📆 date, appointment | 日期, 预约
📞 phone, call | 电话
📱 mobile phone | 手机
💻 laptop, computer | 笔记本, 电脑
📧 email | 电子邮件
✉️ letter, envelope | 信, 信封
📩 incoming letter | 来信
📝 note, write | 备忘, 填写
📄 page, document | 文件
📎 paper clip, attachment | 回形针, 附件
📷 camera, photo | 相机, 照片
📸 photo with flash | 拍照
🎥 film, video | 视频
🎵 music | 音乐
📦 parcel, package, box | 包裹, 箱子
📬 mailbox, arrived | 信箱, 送达
🚚 delivery, truck, shipping | 送货, 货车, 发货
🚛 lorry, freight | 大货车, 物流
✈️ plane, flight, air mail | 飞机, 空运
🚢 ship, sea freight | 轮船, 海运
🚗 car | 汽车
🚲 bicycle | 自行车
🏍️ motorcycle, courier | 摩托车, 快递员
🏠 home, house | 家, 房子
🏢 office | 办公楼
🏪 shop, store | 便利店, 店铺
🏬 department store | 商场
🏦 bank | 银行
🛒 cart, shopping | 购物车
🛍️ shopping bags | 购物袋
💳 credit card, pay | 信用卡, 付款
💰 money | 钱
💵 dollars, cash | 美元, 现金
💴 yen, yuan, cash | 人民币, 日元
💶 euros, cash | 欧元
💷 pounds, cash | 英镑
🧾 receipt, bill | 小票, 收据
🏷️ price tag, label | 价签, 标签
🎫 ticket, voucher | 票, 优惠券
📈 rising | 上升
📉 falling | 下降
📊 chart | 图表
🔄 again, exchange | 循环, 换货
↩️ return, back | 退回, 返回
♻️ recycling | 回收
🔧 wrench, repair | 扳手, 维修
🔨 hammer | 锤子
🛠️ tools, repair | 工具, 维修
⚙️ gear, settings | 齿轮, 设置
🔋 battery | 电池
🔌 plug, power | 插头, 电源
📏 ruler, size | 尺子, 尺寸
⚖️ scales, weight | 天平, 重量
🧵 thread, sewing | 线
🧶 yarn, wool | 毛线
👕 t-shirt, clothes | 上衣, 衣服
👖 jeans, trousers | 裤子
👗 dress | 裙子
🧥 coat | 外套
🧣 scarf | 围巾
🧤 gloves | 手套
👟 sneaker, shoe | 运动鞋, 鞋子
👠 high heel | 高跟鞋
👜 handbag | 手提包
🎒 backpack | 背包
👓 glasses | 眼镜
⌚ watch | 手表
💍 ring, jewellery | 戒指, 首饰
💄 lipstick, make-up | 口红, 化妆
🧴 lotion, bottle | 乳液, 瓶子
🧼 soap | 肥皂
🪑 chair, furniture | 椅子, 家具
🛏️ bed | 床
🛋️ sofa | 沙发
🕯️ candle | 蜡烛
🧸 teddy bear, toy | 玩偶, 玩具
🎮 game | 游戏
📚 books | 书
🖼️ picture, frame | 画, 相框
☕ coffee, hot drink | 咖啡, 热饮
🍵 tea | 茶
🥤 cold drink | 冷饮
🍷 wine | 红酒
🍺 beer | 啤酒
🥂 cheers, toast | 干杯
🍰 cake | 蛋糕
🍫 chocolate | 巧克力
🍪 cookie | 饼干
🍞 bread | 面包
🥐 croissant | 牛角包
🍕 pizza | 披萨
🍔 burger | 汉堡
🍜 noodles | 面条
🍚 rice | 米饭
🍎 apple | 苹果
🍓 strawberry | 草莓
🥕 carrot, vegetables | 胡萝卜, 蔬菜
🧀 cheese | 奶酪
🌹 rose | 玫瑰
🌸 blossom, flower | 樱花, 花
🌻 sunflower | 向日葵
💐 bouquet, flowers | 花束, 鲜花
🌱 seedling, plant | 幼苗, 植物
🌿 herb, leaf | 草药, 叶子
🌳 tree | 树
🎄 christmas tree | 圣诞树
☀️ sun, weather | 太阳, 晴天
🌧️ rain | 下雨
❄️ snow, cold | 雪, 冷
🌈 rainbow | 彩虹
🌙 moon, night | 月亮, 晚上
🌍 world, earth | 地球, 世界
🐶 dog | 狗
🐱 cat | 猫
🐼 panda | 熊猫
🐟 fish | 鱼
🦋 butterfly | 蝴蝶
🧧 red envelope | 红包
🏮 red lantern | 灯笼
🎆 fireworks | 烟花
`

export const emoji: readonly Emoji[] = lines
  .trim()
  .split('\n')
  .map(line => {
    const [first = '', zh = ''] = line.split(' | ')
    const [sign = ''] = first.split(' ', 1)
    return { sign, en: first.slice(sign.length + 1).split(', '), zh: zh.split(', ') }
  })

/** Those with a word that begins with what was typed, then those that only hold it, in either language. */
export function matchingEmoji(typed: string): Emoji[] {
  const wanted = typed.trim().toLowerCase()
  const words = ({ sign, en, zh }: Emoji) => [sign, ...en, ...zh]
  const begin = emoji.filter(one => words(one).some(word => word.startsWith(wanted)))
  const hold = emoji.filter(one => !begin.includes(one) && words(one).some(word => word.includes(wanted)))
  return [...begin, ...hold]
}

export function nameOf({ en, zh, sign }: Emoji, language: string): string {
  return (language.startsWith('zh') ? zh[0] : en[0]) ?? sign
}
