export const labels = {
  title: '标签',
  takeOff: '取下“{{name}}”',
  find: '查找或新建标签',
  findOrCreate: '查找或新建…',
  typeFirst: '输入名称，新建第一个标签',
  noneYet: '还没有标签。',
  createNamed: '新建“{{name}}”',
} as const
