export const importProblem = {
  'no-question': { what: '缺少问题', todo: '请填写这一行的“问题”列。' },
  'no-answer': { what: '缺少答案', todo: '请填写这一行的“答案”列。' },
  'duplicate-id': { what: '文件里有重复的 id', todo: '每一行用不同的 id。重复时只取第一行。' },
  'not-json': { what: '这一行不是 JSON', todo: '每行应是一个完整的 JSON 对象，请检查引号和逗号。' },
  'wrong-shape': { what: '这一行的字段不对', todo: '至少要有文字形式的 “question” 和 “answer”。' },
  'no-columns': { what: '没有找到问题列和答案列', todo: '请在第一行写上列名：question、answer。可以参考示例文件。' },
  unreadable: { what: '这个文件读不出来', todo: '文件可能损坏了。请用原来的软件打开，另存一份再试。' },
  encrypted: { what: '这个文件设了密码', todo: '请另存一份不带密码的，再导入。' },
  empty: { what: '文件里没有文字', todo: '如果是扫描件，里面只有图片。请换成带文字的版本。' },
  'too-big': { what: '文件太大', todo: '请拆成几个小一点的文件。' },
  'unknown-format': {
    what: 'Keepdesk 不认识这种文件',
    todo: '请使用 CSV、JSONL、Markdown、纯文本、HTML、PDF 或 Word（.docx）。',
  },
  'too-long': { what: '这段文字太长，放不进一个条目', todo: '请拆成几个短一些的问答。' },
  'bad-quotes': { what: '引号缺失或多余', todo: '请检查这一行的引号，或把表格重新存成 CSV。' },
}
