const english = `a about again all also am an and another any anyone anything are as at be because been before being but by
can cannot cant could couldnt did didnt do does doesnt doing dont else ever for from get gets getting give go going got
had has hasnt have havent having he hello her here hey hi him his how i id if ill im in into is isnt it its ive just kindly
know let like may maybe me might mine more most much must my need needs no not now of off ok okay on one only or
other our out over please pls plz put really regarding same say see shall she should so some someone something still such
take tell than thank thanks that thats the their them then there these they thing things this those to too u ur up us use very
want wanted wants was wasnt way we well were what whats when whenever where wheres which while who whose why will with without
wont would yes yet you your youre yours`

const chinese = `的 了 呢 吗 吧 啊 呀 哦 嗯 么 是 在 有 和 与 及 或 也 都 就 还 很 太 更 最 不 没 我 你 您 他 她 它 们 这 那 哪 个 些 谁
我们 你们 您们 他们 这个 那个 哪个 这些 那些 什么 怎么 怎样 如何 为何 为什 么样 请问 请教 问下 问一 一下 可以 可不 不可 以吗 能不
不能 能否 是否 是不 不是 有没 没有 有吗 的吗 了吗 吗我 想问 我想 想要 要怎 么办 你好 您好 好的 谢谢 麻烦 知道 告诉 我的 你的 您的 的我
会 要 能 想 把 被 给 让 对 从 到 为 以 可 好 请 问 一`

const other = `el la los las de del un una y o que en es por para con como mi su se me lo al le les des du et ou est une je vous
nous mon ma mes der die das und ist ich sie ein eine zu mit auf den dem wie wo was il lo gli di e che per un una o os as`

const common = new Set(`${english} ${chinese} ${other}`.split(/\s+/))

/** Words that say nothing about the subject of a question; the text must be folded and without apostrophes. */
export function isCommonWord(word: string): boolean {
  return common.has(word)
}
