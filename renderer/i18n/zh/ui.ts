export const ui = {
  close: '关闭',
  cancel: '取消',
  notices: '通知',
  keysThen: '再按',
} as const
