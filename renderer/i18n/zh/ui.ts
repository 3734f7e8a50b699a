export const ui = {
  close: '关闭',
  cancel: '取消',
} as const
