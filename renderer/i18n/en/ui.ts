export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  notices: 'Notices',
  keysThen: 'then',
} as const
