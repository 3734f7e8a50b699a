const english = `
a about above according across actually after again ago ahead all along already also although am an and another any anyone anything are
around as ask at away back based be because been before being below best better between both brief briefly bit but by can case certain
certainly choose come could course currently day dear definitely did directly do does doing done down due during each easily easy either
else enough even ever everything exactly example feel few find fine follow following for forward from further generally get getting give
given go going good great had happen happy has have having he hello help her here hi hope how however i if important in indeed inform
information instead into is it its itself just keep kind kindly know let like likely line little long look made main make making many
may maybe mean mention me might mind more most much my namely need nice normally not note now obviously of often ok okay on once one
only onto or other otherwise our ours out over own part particular per perhaps person place please pleased point possible probably properly
purpose put question quickly quite rather ready really regard regarding remember right s said same say second see seem sent set several
shall she should simply since so some someone something soon sooner sorry specific still straight such sure tell than thank thanks that
the their them then there therefore these they thing think this those though through thus till to together too towards try turn two type
typically under understand unfortunately until up upon us usual usually various very via want was way we well went were what whatever
when whenever where whether which while who whole whom why will wish with within work would wonderful write yes yet you your yours yourself
re ve ll d m t don doesn isn aren won can't wouldn didn hasn haven shouldn absolutely glad welcome worry worries problem matter feel free
hesitate anytime questions assist appreciate patience interest interested asking inquiry enquiry reaching message concern confirm
always next later end times approximately approx roughly around total every whichever aim stay ensure able apply applies general case cases
happily afterwards beforehand meanwhile additionally furthermore moreover hence accordingly respectively thereof currently present presently
means meant allow allows lets letting bear ends plus as soon later latest least less earlier up to fully completely entire option options
gladly news moment moments located daily advance advise recommend recommended suggest suggested whenever details detail step steps simple quick place placed required news
`
// "always", "every", "all": checked apart, because they make a sentence stronger than its source.
const chinese = `
的 了 呢 吗 吧 啊 呀 哦 嗯 么 是 在 有 和 与 及 或 也 都 就 还 很 太 更 最 我 你 您 他 她 它 们 这 那 哪 个 些 谁 将 所 其 于 并 且 而 则 着 过 里 上 下 中
之 以 为 会 要 能 想 把 被 给 让 对 从 到 可 好 请 问 等 后 前 内 外 时 由 向 因 此 即 便 再 又 才 只 需 须 应 该 得 地 做 成 出 来 去 起 按 照 据 如 若 当 每 各
我们 你们 您们 他们 这个 那个 哪个 这些 那些 什么 怎么 怎样 如何 为何 一下 可以 能够 可能 应该 需要 必须 如果 若是 假如 因为 所以 但是 不过 但 然后 之后 之前 以后 以前
以内 之内 左右 大约 大概 约 通常 一般 目前 现在 已经 已 正在 直接 即可 就可以 便可 随时 欢迎 谢谢 感谢 您好 你好 好的 当然 关于 对于 根据 按照 通过 进行 以及 或者 并且 而且 同时 另外
此外 其中 其他 其它 所有 全部 任何 每个 一个 一些 一份 一款 一般来说 具体 相关 有关 情况 情形 方面 部分 期间 期限 时候 时间 时 如下 以下 以上 上述 本 该 此 这款 这种 那种 种 类 是否 能否
可否 的话 希望 觉得 知道 了解 告诉 告知 说明 提醒 注意 请注意 记得 放心 麻烦 抱歉 不好意思 很高兴 高兴 乐意 愿意 遗憾 很遗憾 非常 十分 特别 尽快 尽早 尽量 一定 确实 其实 只要 只有 仅 仅限 只能
除外 除了 除非 至少 最多 至多 超过 不超过 满 达到 内的 后的 前的 为止 起 算起 当中 过程 完成 后续 接下来 随后 首先 其次 最后 还是 依然 仍 仍然 均 都是 均可 皆可 两 双方 自己 本人 他人
方便 比较 较 更加 如需 若需 如有 若有 需 无需 不用 不必 请您 您的 我的 他的 她的 它的 我们的 咱们 咱 亲 亲爱的 哈 哟 啦 喔 呦 嘛 有任何 有什么 疑问 问题 咨询 询问 提问 回答 答复 解答
支持 否则 那么 本店 小店 店里 我们店 位于 时间 位 件 条 只 张 个 次 份 名 天 处 项 笔 家 台 支 瓶 盒 套 双 副 块 片 根 把 杯 于是 因此 从而 使 令 使得 后即 后就 会在 会有 将在 将会 可在 可于 就能 才能 才可 才可以 就会 便会
内都 支持 都可以 都能 均为 为您 帮您 给您 对您 由您 让您 您可以 您需要 您可 收取 产生 额外 另行 另 单独 总共 共计 合计 左 右 以便 以免 方可 方能 一旦 一经 届时 到时 其余 剩余 剩下 之间 中间
`
export const neutralEnglish: ReadonlySet<string> = new Set(english.split(/\s+/u).filter(word => word !== ''))
export const neutralChinese: readonly string[] = chinese.split(/\s+/u).filter(word => word !== '')
