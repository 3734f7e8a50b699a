export const playbooks = {
  tab: '流程',
  list: {
    title: '流程',
    description: '答案因客户而异时，助手按步骤来：先问，再查，然后告知。',
    addNew: '新写一个',
    goOnNew: '继续写新的',
    on: '开',
    off: '关',
    switch: '使用“{{name}}”',
    nowOn: '“{{name}}”已开启。',
    nowOff: '“{{name}}”已关闭。这类问题改由知识库回答，或转给你。',
    starts: '遇到这些请求时启动：{{requests}}',
    startsByWords: '由你定的词触发',
    comma: '、',
    waits: { orders: '等待订单', products: '等待商品', solutions: '等待解决方案库' },
    unsaved: '未保存',
    own: '你自己的',
    edited: '你改过',
  },
  solutions: {
    title: '解决方案库',
    description: '已知的故障和解决办法。处理故障的流程会在这里找到相符的那一条。',
    none: '里面还是空的。',
    count_other: '{{formatted}} 个已知故障',
    import: '导入解决方案',
    dropLabel: '把文件拖到这里，或点击选择',
    dropHelp: '支持 CSV 和 JSONL，不超过 {{max}}。编号相同的行会替换原来的。',
    downloadSample: '下载示例文件',
    sampleName: 'keepdesk-解决方案.csv',
    sample:
      '编号,产品,症状,其他说法,步骤,链接,优惠码\n1,K2 水壶,水壶不加热,水一直是凉的|烧不开水,请拔掉电源十分钟，再按住按钮三秒，直到指示灯闪烁。,https://www.example.com/kettle,\n',
    tooBig: '{{name}} 太大了，最多只能导入 {{max}} 的文件。请拆成几个。',
    reading: '正在读取并保存…',
    readFailed: '文件没能读出来，请再试一次。',
    done: '完成：新增 {{added}}，改动 {{updated}}。',
    leftOut_other: '有 {{formatted}} 行被跳过',
    problem: {
      'no-symptom': '缺少症状。',
      'no-steps': '缺少解决步骤。',
      'too-long': '文字太长。',
      'bad-link': '教程链接不是网址。',
      'duplicate-id': '这个编号在文件里出现了两次，已采用第一个。',
      'not-json': '这一行不是 JSON。',
      'no-columns': '第一行要有“症状”和“步骤”两个列名。',
      unreadable: '读不出来。请检查引号，或重新保存表格。',
      'unknown-format': '请另存为 CSV 或 JSONL。',
    },
  },
  edit: {
    back: '全部流程',
    new: '新流程',
    text: '流程的文字',
    gone: '这个流程已经不在了',
    reset: '恢复原样',
    remove: '移除',
    discard: '放弃修改',
    saved: '“{{name}}”已保存，从下一条消息起生效。',
    resetDone: '“{{name}}”已恢复原样。',
    removed: '“{{name}}”已移除',
    broken: '没有保存：还有地方不对。修改前的流程继续生效。',
    whyNot: {
      unchanged: '没有修改。',
      checking: '正在检查你的修改…',
      broken: '还有地方不对，不能保存。在那之前，修改前的版本继续生效。',
      'not-checked': '暂时不能保存：没能检查你的修改。',
    },
    confirm: {
      reset: { title: '把“{{name}}”恢复原样吗？', body: '你对这个流程的修改会丢失。', confirm: '恢复' },
      remove: { title: '移除“{{name}}”吗？', body: '这是你自己写的流程，移除后无法找回。', confirm: '移除' },
      discard: { title: '放弃对“{{name}}”的修改吗？', body: '没有保存的内容会丢失。', confirm: '放弃' },
    },
  },
  problems: {
    title: '哪里不对',
    none: '没有问题。',
    count_other: '有 {{formatted}} 处不对',
    checking: '正在检查…',
    notChecked: '现在没法检查。你写的内容会留在这里。',
    line: '第 {{line}} 行',
  },
  picture: {
    title: '流程图',
    steps: '步骤',
    old: '显示的是上一个没有错误的版本',
    none: '文字能读懂后，这里就会出现流程图。',
    smaller: '缩小',
    larger: '放大',
    show: '在文字里显示',
  },
  kind: {
    ask: '提问',
    'look-up': '查找',
    check: '检查',
    branch: '分支',
    search: '查解决方案',
    offer: '提供',
    tell: '告知',
    'hand-over': '转给你',
    person: '转给你',
    end: '结束',
    knowledge: '由知识库回答',
  },
  record: {
    order: '相关的订单',
    product: '相关的商品',
    warranty: '保修',
    stock: '商品的库存',
    coupon: '优惠券',
  },
  condition: {
    order: { found: '已知道是哪个订单', unknown: '不知道是哪个订单' },
    'order-status': { is: '订单{{values}}', unknown: '订单状态不清楚' },
    'order-verified': { yes: '验证码正确', no: '没有给出验证码' },
    product: { found: '已知道是哪件商品', unknown: '不知道是哪件商品' },
    warranty: { valid: '在保修期内', over: '已过保修期', unknown: '查不到保修' },
    coupon: { found: '有优惠券', unknown: '没有优惠券' },
    solution: { found: '有已知的解决办法', unknown: '没有已知的解决办法' },
    photo: { yes: '有照片', no: '没有照片' },
    mood: { upset: '客户情绪不好', calm: '客户情绪平稳' },
    choice: { is: '客户选了：{{values}}', unknown: '没有选择' },
    confirmation: { yes: '客户说“是”', no: '客户说“不”', unknown: '没有说是或不' },
    known: { is: '已知道：{{values}}' },
    'asks-for': { is: '客户问的是：{{values}}' },
    'asks-about': {
      arrival: '客户问何时送到',
      departure: '客户问何时发出',
      carrier: '客户问是哪家快递',
      tracking: '客户问运单号',
      total: '客户问花了多少钱',
      items: '客户问里面有什么',
      item: '客户问有没有某件商品',
    },
    item: { found: '客户提到了订单里的商品', only: '订单里只有一件商品', unknown: '客户没有提到订单里的商品' },
    'final-sale': { yes: '不可退货的商品', no: '可以退货的商品' },
    'shop-has': { orders: '有订单资料', products: '有商品资料', solutions: '有解决方案资料' },
    'days-since-order': { is: '下单{{compared}}天', unknown: '不知道何时下单' },
    'days-since-shipping': { is: '发货{{compared}}天', unknown: '不知道何时发货' },
    'days-since-delivery': { is: '送达{{compared}}天', unknown: '不知道何时送达' },
    'days-until-expected': {
      is: '离预计送达{{compared}}天',
      'below 0': '已过预计送达日',
      'at least 0': '还没过预计送达日',
      unknown: '不知道何时送达',
    },
    'order-total': { is: '订单金额{{compared}}', unknown: '订单金额未知' },
    'product-price': { is: '价格{{compared}}', unknown: '价格未知' },
    'product-stock': {
      is: '库存{{compared}}',
      'at least 1': '有货',
      'above 0': '有货',
      'below 1': '缺货',
      'exactly 0': '缺货',
      unknown: '库存未知',
    },
  },
  compared: {
    'at-most': '不超过 {{number}} ',
    'at-least': '至少 {{number}} ',
    below: '不到 {{number}} ',
    above: '超过 {{number}} ',
    exactly: '正好 {{number}} ',
  },
  and: '，',
  firstThatFits: '走第一条符合的路',
  searchWords: '这个故障的已知解决办法',
  way: {
    found: '找到',
    several: '有多个',
    none: '没有',
    yes: '是',
    no: '否',
    else: '其他',
    accepted: '接受',
    declined: '不接受',
    otherwise: '否则',
  },
  test: {
    title: '试一试',
    dialogue: '对话',
    empty: '像客户那样写，看看它怎么回答。不会发送任何内容，也不会改动任何记录。',
    asker: '你扮演的是',
    ofOrder: '订单 {{number}}。',
    askers: {
      proved: {
        name: '已输入验证码的客户',
        help: '可以知道所提订单的全部内容；没有提到订单时，用最新的一个。',
      },
      account: {
        name: '用订单上的邮箱写信的客户',
        help: '可以知道订单到了哪一步，想知道订单内容要先输入验证码。用所提的订单，没有提到时用最新的一个。',
      },
      stranger: {
        name: '不认识的人',
        help: '在输入验证码之前，不能知道任何订单的情况；这里没法试验证码。没有邮箱渠道可以发验证码时，会转给你。',
      },
    },
    say: '客户写的话',
    sayPlaceholder: '我的订单到哪了？',
    send: '发出',
    contact: '客户',
    assistant: '助手',
    showStep: '在文字里显示步骤 {{step}}',
    startAgain: '重新开始对话',
    playAgain: '再演一遍',
    old: '文字已经改过了。',
    full: '这段对话够长了。',
    broken: '请先改好文字。',
    failed: '没能演示，请再试一次。',
    outcome: {
      asked: '它在等客户回答。',
      told: '都说完了。',
      'handed-over': '它转给了你。',
      'not-started': '这句话不会启动这个流程。',
    },
  },
  exampleYaml: `# 一个可以拿来改的例子：不适合你店铺的地方请改掉。
id: gift-wrapping
name:
  en: Gift wrapping
  zh: 礼品包装
# 什么时候开始：已知的请求，或你自己的词。
starts:
  intents: [place-order]
  words:
    en: [gift wrap, wrapped as a gift]
    zh: [礼品包装, 包装成礼物]
# 要查的记录。没有这些记录时，它会等着。
needs: [orders]
steps:
  - id: find-order
    look up: order
    which: open
    found: not-sent
    none: explain
  # 没有写明去向时，就接着走下一步。
  - id: not-sent
    check:
      order.status: [pending, paid, processing]
    yes: promise
    no: too-late
  # 花括号里的号码和日期会从记录里抄过来。
  - id: promise
    tell:
      en: We will gladly wrap order {order.number} as a gift. The shop adds it before the parcel leaves.
      zh: 我们很乐意把订单 {order.number} 包装成礼物，寄出之前会包好。
  - id: tell-owner
    hand over: owner-decides
    note:
      en: Please wrap order {order.number} as a gift.
      zh: 请把订单 {order.number} 包装成礼物。
  - id: too-late
    tell:
      en: Order {order.number} is already on its way, so it can no longer be wrapped. We are sorry.
      zh: 订单 {order.number} 已经寄出，没法再包装了，很抱歉。
    go to: end
  - id: explain
    tell:
      en: We wrap any order as a gift. Just choose it in the basket before you pay.
      zh: 任何订单都可以包装成礼物，付款前在购物车里勾选就行。
    go to: end
`,
  problem: {
    'not-yaml': '这一行无法读取：{{detail}}。请检查行首空格和冒号。',
    'wrong-shape': '这里缺少内容，或内容类型不对：{{detail}}。',
    'unknown-field': '这里没有名为“{{detail}}”的设置，请检查拼写。',
    'unknown-kind':
      '“{{detail}}”不是步骤类型。可用的类型：ask、look up、check、branch、search、offer、tell、hand over。',
    'several-kinds': '这一步同时是几种类型：{{detail}}。请拆成单独的步骤。',
    'missing-text': '缺少这种语言的文字：{{detail}}。英文和中文都要有。',
    'unknown-target': '下一步是“{{detail}}”，但没有这个步骤。',
    'unreachable-step': '没有任何路径通向步骤“{{detail}}”。请让别的步骤转到它，或把它删掉。',
    'endless-loop': '这些步骤原地打转，中间没有向客户提问：{{detail}}。',
    'no-person': '这个流程没有任何地方转给人工。请加一个 hand over 步骤，或转到“person”。',
    'unknown-placeholder': '没有可以填入 {{detail}} 的内容。',
    'placeholder-not-filled': '{{detail}} 在这里不一定填得上：通向这一步的某条路径上没有查询过它。',
    'unknown-fact': '“{{detail}}”不是可以询问的信息。',
    'unknown-intent': '助手不认识“{{detail}}”这种请求。',
    'unknown-condition': '“{{detail}}”不是可以检查的条件。',
    'bad-value': '“{{detail}}”不能在这里用来比较。',
    'unknown-reason': '“{{detail}}”不是转人工的理由。',
    'unknown-proposal': '“{{detail}}”不是可以替你准备的事项。',
    'duplicate-id': '有两个步骤都叫“{{detail}}”，请给每个步骤单独的名字。',
    'no-id': '缺少 id，或 id 不可用。请使用小写字母、数字和连字符。',
    'id-taken': '已经有一个叫“{{detail}}”的流程，请换一个 id。',
    'id-changed': '这个流程的 id 是“{{detail}}”，不能更改。需要另一个流程时请新建。',
    'no-start': '没有写明这个流程何时开始。请在“starts”下至少写一种请求。',
    'no-steps': '还没有步骤。',
    'no-end': '步骤“{{detail}}”之后没有写明怎么继续。请写下一个步骤，或写“end”。',
    'no-choices': '让客户选择的问题至少要有两个选项。',
    'too-many-steps': '共有 {{detail}} 个步骤，最多 60 个。',
  },
}
